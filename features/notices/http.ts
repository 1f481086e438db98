import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import {
  noticeSetting,
  noticesOf,
  readNotices,
  setNoticeSetting,
  unreadOf,
} from '@fuchi/record-notice/notice-store';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { demandActor } from '@fuchi/record-person/demand-actor';
import { maskedEmail, maskedPhone } from '@fuchi/record-person/masked';
import type * as z from 'zod';
import * as contract from './contract.ts';
import type { NoticesContext } from './notices-context.ts';

type Unread = z.infer<typeof contract.unreadCount>;

const PAGE = 30;

const LIST: DeskOperation<z.infer<typeof contract.noticeQuery>, undefined, contract.NoticeList> = {
  id: 'listNotices',
  method: 'GET',
  path: '/api/notices',
  permission: 'signed-in',
  says: '查看自己的通知',
  query: contract.noticeQuery,
  reply: contract.noticeList,
};
/** Asked by every page itself: no use of the session. */
export const UNREAD_OPERATION: DeskOperation<undefined, undefined, Unread> = {
  id: 'countUnreadNotices',
  method: 'GET',
  path: '/api/notices/unread',
  permission: 'signed-in',
  says: '查看有几条通知没有读',
  reply: contract.unreadCount,
};
const READ: DeskOperation<undefined, z.infer<typeof contract.readBody>, Unread> = {
  id: 'readNotices',
  method: 'POST',
  path: '/api/notices/read',
  permission: 'signed-in',
  says: '把自己的通知标为已读',
  body: contract.readBody,
  reply: contract.unreadCount,
};
const SETTING: DeskOperation<undefined, undefined, contract.SettingView> = {
  id: 'getNoticeSetting',
  method: 'GET',
  path: '/api/notices/setting',
  permission: 'signed-in',
  says: '查看自己怎样收到通知',
  reply: contract.settingView,
};
const SET: DeskOperation<undefined, z.infer<typeof contract.settingBody>, contract.SettingView> = {
  id: 'setNoticeSetting',
  method: 'PUT',
  path: '/api/notices/setting',
  permission: 'signed-in',
  says: '设定自己怎样收到通知',
  body: contract.settingBody,
  reply: contract.settingView,
};

/** What somebody is told, and how he wants to be. Each sees his own alone, whatever he acts as. */
export function noticesRoutes(routes: DeskRoutes<Actor>, context: NoticesContext): void {
  const { db, moment, settings } = context;
  const unread = async ({ account }: Actor) => ({ unread: await unreadOf(db, account) });
  const setting = async ({ account }: Actor): Promise<contract.SettingView> => {
    const { email, phone } = await db
      .selectFrom('account')
      .select(['email', 'phone'])
      .where('id', '=', account)
      .executeTakeFirstOrThrow();
    return {
      ...(await noticeSetting(db, account)),
      email: email === null ? null : maskedEmail(email),
      phone: phone === null ? null : maskedPhone(phone),
      ...settings,
    };
  };

  routes.add(LIST, async ({ actor, query }) => {
    const who = demandActor(actor);
    const found = await noticesOf(db, who.account, { before: query.before, most: PAGE + 1 });
    const notices = found.slice(0, PAGE);
    return {
      notices: notices.map(({ createdAt, ...one }) => ({ ...one, at: createdAt.toISOString() })),
      next: found.length > PAGE ? (notices.at(-1)?.id ?? null) : null,
      ...(await unread(who)),
    };
  });

  routes.add(UNREAD_OPERATION, ({ actor }) => unread(demandActor(actor)));

  routes.add(READ, async ({ actor, body }) => {
    const who = demandActor(actor);
    await readNotices(db, who.account, body.notices ?? undefined, moment().now);
    return unread(who);
  });

  routes.add(SETTING, ({ actor }) => setting(demandActor(actor)));

  routes.add(SET, async ({ actor, body }) => {
    const who = demandActor(actor);
    await setNoticeSetting(db, byActor(who), who.account, body, moment().now);
    return setting(who);
  });
}
