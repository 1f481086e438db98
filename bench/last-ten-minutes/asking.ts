import { setTimeout as wait } from 'node:timers/promises';

/** What came back, and how long the first that asked waited for it: with every try in between. */
export interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly took: number;
}

/** Milliseconds. */
const AGAIN = 500;
const PATIENCE = 120_000;

/**
 * Asks as a page does: no answer, or a busy server, is asked again with the very same words.
 * @throws when nothing came for two minutes
 */
export async function ask(
  url: string,
  who: { readonly cookie: string; readonly number: number },
  method: 'GET' | 'POST' | 'PUT',
  body?: object | Uint8Array,
): Promise<Answered> {
  const start = performance.now();
  const raw = body instanceof Uint8Array;
  for (;;) {
    try {
      const reply = await fetch(url, {
        method,
        headers: {
          cookie: who.cookie,
          'sec-fetch-site': 'same-origin',
          'x-forwarded-for': `10.0.${Math.floor(who.number / 250)}.${(who.number % 250) + 1}`,
          ...(body && { 'content-type': raw ? 'application/octet-stream' : 'application/json' }),
        },
        ...(body && { body: raw ? new Uint8Array(body) : JSON.stringify(body) }),
        signal: AbortSignal.timeout(PATIENCE),
      });
      const answer: unknown = await reply.json();
      if (reply.status < 500 && reply.status !== 429) {
        return { status: reply.status, body: answer, took: performance.now() - start };
      }
    } catch (error) {
      if (performance.now() - start > PATIENCE) throw error;
    }
    if (performance.now() - start > PATIENCE) throw new Error(`${method} ${url}: no answer`);
    await wait(AGAIN);
  }
}
