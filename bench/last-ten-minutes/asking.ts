import { Agent, request } from 'node:http';
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
  for (;;) {
    try {
      const reply = await once(url, who, method, body);
      const answer: unknown = JSON.parse(reply.text);
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

/** Connections are kept, as a browser keeps them. */
const agent = new Agent({ keepAlive: true });

/** By the plainest client there is: what it costs is taken from the machine the portal runs on. */
function once(
  url: string,
  who: { readonly cookie: string; readonly number: number },
  method: string,
  body?: object | Uint8Array,
): Promise<{ readonly status: number; readonly text: string }> {
  const raw = body instanceof Uint8Array;
  const bytes = body && (raw ? body : Buffer.from(JSON.stringify(body)));
  return new Promise((done, fail) => {
    const asked = request(url, {
      agent,
      method,
      signal: AbortSignal.timeout(PATIENCE),
      headers: {
        cookie: who.cookie,
        'sec-fetch-site': 'same-origin',
        'x-forwarded-for': `10.0.${Math.floor(who.number / 250)}.${(who.number % 250) + 1}`,
        ...(bytes && {
          'content-type': raw ? 'application/octet-stream' : 'application/json',
          'content-length': bytes.length,
        }),
      },
    });
    asked.once('error', fail);
    asked.once('response', (reply) => {
      const parts: Buffer[] = [];
      reply.on('data', (part: Buffer) => parts.push(part));
      reply.once('error', fail);
      reply.once('end', () =>
        done({ status: reply.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }),
      );
    });
    asked.end(bytes);
  });
}
