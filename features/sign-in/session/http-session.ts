import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { change } from '@fuchi/record-event/change';
import type { Actor } from '@fuchi/record-person/actor';
import { chosenDuty } from '@fuchi/record-person/duty-store';
import { chooseDuty, endSessions, touchSession } from '@fuchi/record-person/session-store';
import type { FastifyRequest } from 'fastify';
import type * as z from 'zod';
import * as contract from '../contract.ts';
import type { SignInContext } from '../sign-in-context.ts';
import { sessionCookieOf, setSessionCookie } from './session-cookie.ts';
import { clientAddress, demandProven, demandSession, sessionOf } from './session-of.ts';
import { sessionView } from './session-view.ts';
import { type Asked, signIn } from './sign-in.ts';

type Op<Body, Reply> = DeskOperation<undefined, Body, Reply>;

/** Asked on every page; it alone doesn't make the idle time run anew. */
export const SESSION_OPERATION: Op<undefined, contract.SessionView> = {
  id: 'getSession',
  method: 'GET',
  path: '/api/session',
  permission: 'public',
  says: '查看自己的登录状态',
  reply: contract.sessionView,
};
const OFFER: Op<undefined, contract.SignInOffer> = {
  id: 'getSignInOffer',
  method: 'GET',
  path: '/api/sign-in',
  permission: 'public',
  says: '查看有哪些登录方式',
  reply: contract.signInOffer,
};
const SIGN_IN: Op<z.infer<typeof contract.signInBody>, contract.SessionView> = {
  id: 'signIn',
  method: 'POST',
  path: '/api/sign-in',
  permission: 'public',
  says: '用账号和密码登录',
  body: contract.signInBody,
  reply: contract.sessionView,
};
// What somebody does about his own session is open to whoever has one, also before he may act: the handler asks for it.
const CHOOSE_DUTY: Op<z.infer<typeof contract.dutyBody>, contract.SessionView> = {
  id: 'chooseDuty',
  method: 'POST',
  path: '/api/session/duty',
  permission: 'public',
  says: '选择以哪个岗位办事',
  body: contract.dutyBody,
  reply: contract.sessionView,
};
const KEEP: Op<undefined, contract.SessionView> = {
  id: 'keepSession',
  method: 'POST',
  path: '/api/session/keep',
  permission: 'public',
  says: '继续使用，闲置时间重新计',
  reply: contract.sessionView,
};
const END: Op<undefined, contract.SessionView> = {
  id: 'endSession',
  method: 'POST',
  path: '/api/session/end',
  permission: 'public',
  says: '退出登录',
  reply: contract.sessionView,
};

/** Signing in, choosing a duty, staying and signing out. */
export function sessionRoutes(routes: DeskRoutes<Actor>, context: SignInContext): void {
  const { db, settings, moment } = context;
  const view = async (request: FastifyRequest) =>
    sessionView(await sessionOf(context, request), settings.session);

  routes.add(SESSION_OPERATION, ({ request }) => view(request));

  routes.add(OFFER, async () => ({
    secondFactor: settings.session.secondFactor,
    letters: settings.letters,
    signOn: settings.signOn?.title ?? null,
  }));

  routes.add(SIGN_IN, async ({ body, request, reply }) => {
    const cookie = await signIn(context, body, askedBy(context, request));
    setSessionCookie(request, reply, settings.publicUrl, cookie);
    return viewOf(context, request, cookie);
  });

  routes.add(CHOOSE_DUTY, async ({ body, request }) => {
    const at = await demandProven(context, request);
    const choice = { appointment: body.appointment, delegation: body.delegation ?? undefined };
    const duty = chosenDuty(at.duties, choice);
    if (!duty) throw new HttpFault(NO_SUCH);
    await change(db, at.by, at.moment.now, async (work, record) => {
      await chooseDuty(work, at.session.id, choice);
      await record({
        subject: { kind: 'account', id: at.session.account },
        kind: 'duty-chosen',
        after: { session: at.session.id, ...choice, role: duty.role },
      });
    });
    return view(request);
  });

  routes.add(KEEP, async ({ request }) => {
    const at = await demandSession(context, request);
    await touchSession(db, at.session, moment().machine);
    return view(request);
  });

  routes.add(END, async ({ request, reply }) => {
    const at = await sessionOf(context, request);
    setSessionCookie(request, reply, settings.publicUrl, '');
    if (at) {
      const { account, id } = at.session;
      await change(db, at.by, at.moment.now, async (work, record) => {
        await endSessions(work, account, { only: id }, 'signed-out', at.moment.machine);
        await record({
          subject: { kind: 'account', id: account },
          kind: 'signed-out',
          after: { session: id },
        });
      });
    }
    return sessionView(undefined, settings.session);
  });
}

export function askedBy({ settings }: SignInContext, request: FastifyRequest): Asked {
  return {
    address: request.ip,
    client: clientAddress(request),
    device: request.headers['user-agent'] ?? '',
    oldCookie: sessionCookieOf(request, settings.publicUrl),
  };
}

/** What a session looks like under the cookie it has from now on. */
export async function viewOf(
  context: SignInContext,
  request: FastifyRequest,
  cookie: string,
): Promise<contract.SessionView> {
  return sessionView(await sessionOf(context, request, cookie), context.settings.session);
}
