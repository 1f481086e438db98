import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, onRequestAsyncHookHandler } from 'fastify';
import { clientOf } from './client-of.ts';
import { TOO_MANY } from './fault-kind.ts';
import { HttpFault } from './http-fault.ts';

/** How many clients are counted at once; the one longest unseen makes room. */
const CLIENTS = 10_000;

/** Requests a minute that one client may make. */
export interface Rates {
  /** Of what lies ready. */
  readonly ready: number;
  /** Of what is worked out anew for each body. */
  readonly answers: number;
}

export interface RateGuards {
  readonly ready: onRequestAsyncHookHandler;
  readonly answers: onRequestAsyncHookHandler;
}

/**
 * Counts requests by the client's address (of IPv6 its network). All routes with the same guard share one count.
 * @returns the guards of routes
 */
export async function limitClients(app: FastifyInstance, rates: Rates): Promise<RateGuards> {
  await app.register(rateLimit, {
    global: false,
    timeWindow: '1 minute',
    cache: CLIENTS,
    keyGenerator: (request) => clientOf(request.ip),
    errorResponseBuilder: (_request, { max, ttl }) => {
      const seconds = Math.ceil(ttl / 1000);
      return new HttpFault(TOO_MANY, {
        zh: `请求过于频繁，每分钟最多${max}次，请${seconds}秒后再试`,
        en: `Too many requests: at most ${max} a minute; try again in ${seconds} seconds`,
      });
    },
  });
  return {
    ready: app.rateLimit({ max: rates.ready }),
    answers: app.rateLimit({ max: rates.answers }),
  };
}
