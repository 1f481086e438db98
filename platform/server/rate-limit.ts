import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, onRequestAsyncHookHandler } from 'fastify';
import { TOO_MANY } from './fault-kind.ts';
import { HttpFault } from './http-fault.ts';

/** How many clients are counted at once; the one longest unseen makes room. */
const CLIENTS = 10_000;

/**
 * Counts requests by the client's address (of IPv6 its network), for the routes that ask for it. All of them share
 * one count.
 * @returns the guard of such a route
 */
export async function limitClients(
  app: FastifyInstance,
  requestsAMinute: number,
): Promise<onRequestAsyncHookHandler> {
  await app.register(rateLimit, {
    global: false,
    max: requestsAMinute,
    timeWindow: '1 minute',
    cache: CLIENTS,
    errorResponseBuilder: (_request, { ttl }) => {
      const seconds = Math.ceil(ttl / 1000);
      return new HttpFault(TOO_MANY, {
        zh: `请求过于频繁，每分钟最多${requestsAMinute}次，请${seconds}秒后再试`,
        en: `Too many requests: at most ${requestsAMinute} a minute; try again in ${seconds} seconds`,
      });
    },
  });
  return app.rateLimit();
}
