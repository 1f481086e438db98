import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { change } from '@fuchi/record-event/change';
import { setPassword } from '@fuchi/record-person/account-store';
import type { Actor } from '@fuchi/record-person/actor';
import { demandGoodPassword } from '@fuchi/record-person/demand-good-password';
import { demandPassword } from '@fuchi/record-person/demand-password';
import { passwordHash } from '@fuchi/record-person/password-hash';
import type * as z from 'zod';
import * as contract from '../contract.ts';
import { askedBy } from '../session/http-session.ts';
import { demandProven } from '../session/session-of.ts';
import type { SignInContext } from '../sign-in-context.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { forgottenPassword } from './forgotten.ts';
import { linkView, newPassword } from './new-password.ts';

type Op<Body, Reply> = DeskOperation<undefined, Body, Reply>;
type Done = z.infer<typeof contract.done>;

const FORGOTTEN: Op<z.infer<typeof contract.forgottenBody>, Done> = {
  id: 'forgottenPassword',
  method: 'POST',
  path: '/api/sign-in/forgotten',
  permission: 'public',
  says: '申请重置密码',
  body: contract.forgottenBody,
  reply: contract.done,
};
const LINK: Op<z.infer<typeof contract.linkBody>, contract.LinkView> = {
  id: 'getLink',
  method: 'POST',
  path: '/api/sign-in/link',
  permission: 'public',
  says: '查看一次性链接是给谁的',
  body: contract.linkBody,
  reply: contract.linkView,
};
const NEW_PASSWORD: Op<z.infer<typeof contract.newPasswordBody>, Done> = {
  id: 'setNewPassword',
  method: 'POST',
  path: '/api/sign-in/new-password',
  permission: 'public',
  says: '用一次性链接设置密码',
  body: contract.newPasswordBody,
  reply: contract.done,
};
const ACCEPT: Op<z.infer<typeof contract.acceptBody>, Done> = {
  id: 'acceptInvitation',
  method: 'POST',
  path: '/api/sign-in/accept',
  permission: 'public',
  says: '用已有的账号接受邀请',
  body: contract.acceptBody,
  reply: contract.done,
};
const CHANGE_PASSWORD: Op<z.infer<typeof contract.changePasswordBody>, Done> = {
  id: 'changePassword',
  method: 'POST',
  path: '/api/account/password',
  permission: 'signed-in',
  says: '修改自己的密码',
  body: contract.changePasswordBody,
  reply: contract.done,
};

/** Passwords: forgotten, set with a link, changed. */
export function passwordRoutes(routes: DeskRoutes<Actor>, context: SignInContext): void {
  routes.add(FORGOTTEN, async ({ body, request }) => {
    await forgottenPassword(context, body.login, askedBy(context, request));
    return { done: true };
  });

  routes.add(LINK, ({ body }) => linkView(context, body.link));

  routes.add(NEW_PASSWORD, async ({ body, request }) => {
    await newPassword(context, body, request.ip);
    return { done: true };
  });

  routes.add(ACCEPT, async ({ body, request }) => {
    await acceptInvitation(context, body, askedBy(context, request));
    return { done: true };
  });

  routes.add(CHANGE_PASSWORD, async ({ body, request }) => {
    const at = await demandProven(context, request);
    const { session, moment, by } = at;
    await demandPassword(
      context.db,
      session.account,
      body.current,
      askedBy(context, request),
      moment,
    );
    demandGoodPassword(body.next, session.login, 'next');
    const hash = await passwordHash(body.next);
    await change(context.db, by, moment.now, (work, record) =>
      setPassword(work, record, session.account, hash, { ...moment, but: session.id }),
    );
    return { done: true };
  });
}
