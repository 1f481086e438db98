import { type CookieSpec, cookieOf, setCookie } from '@fuchi/platform-server/cookie';
import { SESSION_COOKIE } from '@fuchi/record-person/session-cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Tells pages that somebody may be signed in, so that others needn't ask; as platform/browser/signed-in-hint reads it. */
const HINT = 'fuchi-signed-in';

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
  const spec = specFor(request, publicUrl);
  setCookie(reply, spec, value);
  const age = value === '' ? '; Max-Age=0' : '';
  const secure = spec.secure ? '; Secure' : '';
  reply.header(
    'set-cookie',
    `${HINT}=${value === '' ? '' : 1}; Path=/; SameSite=Strict${secure}${age}`,
  );
}
