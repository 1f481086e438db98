import { type CookieSpec, cookieOf, setCookie } from '@fuchi/platform-server/cookie';
import { SESSION_COOKIE } from '@fuchi/record-person/session-cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Where the portal is reached over TLS, the cookie is bound to it: no plain connection and no other host can set it. */
function specFor(request: FastifyRequest, publicUrl: string | undefined): CookieSpec {
  const secure = publicUrl?.startsWith('https:') ?? request.protocol === 'https';
  return { name: SESSION_COOKIE, secure, sameSite: 'Strict' };
}

export function sessionCookieOf(
  request: FastifyRequest,
  publicUrl: string | undefined,
): string | undefined {
  return cookieOf(request, specFor(request, publicUrl));
}

/** @param value '' takes the cookie away */
export function setSessionCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  publicUrl: string | undefined,
  value: string,
): void {
  setCookie(reply, specFor(request, publicUrl), value);
}
