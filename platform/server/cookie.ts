import type { FastifyReply, FastifyRequest } from 'fastify';

export interface CookieSpec {
  readonly name: string;
  /** Only over TLS, under a name that no other host and no plain connection can set (`__Host-`). */
  readonly secure: boolean;
  /** `Lax` only for what must come along when another site sends the browser back. */
  readonly sameSite: 'Strict' | 'Lax';
}

/**
 * What a request's cookie says; undefined where it says nothing, or two different things: somebody else may have set
 * one of them.
 * @example cookieOf(request, { name: 'fuchi-session', secure: true, sameSite: 'Strict' })
 */
export function cookieOf(request: FastifyRequest, spec: CookieSpec): string | undefined {
  const name = nameOf(spec);
  const values = (request.headers.cookie ?? '').split(';').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at > 0 && pair.slice(0, at).trim() === name ? [pair.slice(at + 1).trim()] : [];
  });
  return new Set(values).size === 1 ? values[0] : undefined;
}

/** Sets a cookie until the browser is closed; an empty value takes it away. Values are of the URL-safe alphabet. */
export function setCookie(reply: FastifyReply, spec: CookieSpec, value: string): void {
  const parts = [`${nameOf(spec)}=${value}`, 'Path=/', 'HttpOnly', `SameSite=${spec.sameSite}`];
  if (spec.secure) parts.push('Secure');
  if (value === '') parts.push('Max-Age=0');
  reply.header('set-cookie', parts.join('; '));
}

function nameOf({ name, secure }: CookieSpec): string {
  return secure ? `__Host-${name}` : name;
}
