import type { FastifyReply, FastifyRequest } from 'fastify';
import { clientOf } from '../client-of.ts';
import type { Asking } from './worker-pool.ts';

/** On whose behalf a request's work is done: whoever leaves doesn't keep a thread busy. */
export function askingOf(request: FastifyRequest, reply: FastifyReply): Asking {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return { client: clientOf(request.ip), signal: gone.signal };
}
