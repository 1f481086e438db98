import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { change } from '@fuchi/record-event/change';
import { accountById, setPassword } from '@fuchi/record-person/account-store';
import type { Actor } from '@fuchi/record-person/actor';
import { isPassword, passwordHash } from '@fuchi/record-person/password-hash';
import type * as z from 'zod';
import { beginAttempt, succeed } from '../attempt/attempt-store.ts';
import * as contract from '../contract.ts';
import { noSession, WRONG_PASSWORD, waitFirst } from '../refusal.ts';
import { askedBy } from '../session/http-session.ts';
import { type AtSession, clientAddress, demandProven } from '../session/session-of.ts';
import { noteFailure } from '../session/sign-in.ts';
import type { SignInContext } from '../sign-in-context.ts';
import { demandGoodPassword } from './demand-good-password.ts';
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

  routes.add(CHANGE_PASSWORD, async ({ body, request }) => {
    const at = await demandProven(context, request);
    const { session, moment, by } = at;
    await demandPassword(context, at, body.current, {
      address: request.ip,
      client: clientAddress(request),
    });
    demandGoodPassword(body.next, session.login, 'next');
    const hash = await passwordHash(body.next);
    await change(context.db, by, moment.now, (work, record) =>
      setPassword(work, record, session.account, hash, { ...moment, but: session.id }),
    );
    return { done: true };
  });
}

/**
 * Whoever sits at an open session proves once more who he is. Tries count as those of signing in do.
 * @throws HttpFault wrong-password, wait-first
 */
export async function demandPassword(
  context: SignInContext,
  { session }: AtSession,
  password: string,
  asked: { readonly address: string; readonly client: string },
): Promise<void> {
  const tried = `sign-in ${session.login}`;
  const { machine } = context.moment();
  const begun = await beginAttempt(context.db, { tried, address: asked.client }, machine);
  if (!begun.ok) throw waitFirst(begun.waitSeconds);
  const account = await accountById(context.db, session.account);
  if (!account) throw noSession();
  if (!(await isPassword(account.passwordHash, password))) {
    await noteFailure(context, account.id, begun.failures, asked);
    throw new HttpFault(WRONG_PASSWORD);
  }
  await context.db.transaction().execute((work) => succeed(work, tried));
}
