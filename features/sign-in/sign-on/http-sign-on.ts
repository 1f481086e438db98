import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { type CookieSpec, cookieOf, setCookie } from '@fuchi/platform-server/cookie';
import { newSecret } from '@fuchi/platform-server/secret-text';
import {
  type SignOnProvider,
  SignOnRefused,
  SignOnUnavailable,
} from '@fuchi/platform-server/sign-on/open-id';
import type { Actor } from '@fuchi/record-person/actor';
import { beginSignOn, endSignOn } from '@fuchi/record-person/sign-on-store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { askedBy } from '../session/http-session.ts';
import { setSessionCookie } from '../session/session-cookie.ts';
import { openSession } from '../session/sign-in.ts';
import type { SignInContext } from '../sign-in-context.ts';
import { accountFor } from './account-for.ts';

/** Both send the browser on; there is nothing to reply. */
const away = z.never();

const START: DeskOperation<undefined, undefined, never> = {
  id: 'startSignOn',
  method: 'GET',
  path: '/api/sign-on/start',
  permission: 'public',
  says: '转到统一身份认证',
  reply: away,
};
const RETURN: DeskOperation<Record<string, string>, undefined, never> = {
  id: 'returnFromSignOn',
  method: 'GET',
  path: '/api/sign-on/return',
  permission: 'public',
  says: '从统一身份认证回来',
  query: z.record(z.string().max(60), z.string().max(4000)),
  reply: away,
};
/** Signing on with the province's identity, where settings name one. It gives nobody an account and no duty. */
export function signOnRoutes(
  routes: DeskRoutes<Actor>,
  context: SignInContext,
  provider: SignOnProvider,
): void {
  routes.add(START, async ({ request, reply }) => {
    try {
      const { url, secrets } = await provider.begin();
      const browser = newSecret();
      await beginSignOn(context.db, secrets, browser, context.moment().machine);
      setCookie(reply, browserCookie(context, request), browser);
      return sendTo(reply, url);
    } catch (error) {
      return back(reply, error);
    }
  });

  routes.add(RETURN, async ({ query, request, reply }) => {
    try {
      return await returned(context, provider, query, request, reply);
    } catch (error) {
      return back(reply, error);
    }
  });
}

async function returned(
  context: SignInContext,
  provider: SignOnProvider,
  query: Readonly<Record<string, string>>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<never> {
  const { db, moment, settings } = context;
  const cookie = browserCookie(context, request);
  const browser = cookieOf(request, cookie) ?? '';
  setCookie(reply, cookie, '');
  const secrets = await endSignOn(db, { state: query['state'] ?? '', browser }, moment().machine);
  if (!secrets) throw new SignOnRefused('no way of ours');
  const identity = await provider.finish(new URLSearchParams(query), secrets);
  const asked = askedBy(context, request);
  const account = await accountFor(context, identity, asked.address);
  if (account === undefined) return sendTo(reply, '/sign-in?sign-on=waiting');
  const session = await openSession(context, account, asked, {
    kind: 'signed-on',
    ...(identity.secondFactor && { secondFactorAt: moment().machine }),
  });
  setSessionCookie(request, reply, settings.publicUrl, session);
  return sendTo(reply, '/sign-in');
}

/** Lax: another site sends the browser back, and a stricter cookie would stay behind. */
function browserCookie({ settings }: SignInContext, request: FastifyRequest): CookieSpec {
  const secure = settings.publicUrl?.startsWith('https:') ?? request.protocol === 'https';
  return { name: 'fuchi-sign-on', secure, sameSite: 'Lax' };
}

/** The page says what happened; what exactly didn't fit is nothing for whoever tried it. */
function back(reply: FastifyReply, error: unknown): never {
  if (error instanceof SignOnUnavailable) return sendTo(reply, '/sign-in?sign-on=unavailable');
  if (error instanceof SignOnRefused) return sendTo(reply, '/sign-in?sign-on=refused');
  throw error;
}

/** Sends the browser on: the reply is sent, and no other follows. */
function sendTo(reply: FastifyReply, url: string): never {
  return reply.redirect(url) as never;
}
