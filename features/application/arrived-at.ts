import type { FastifyReply } from 'fastify';

/**
 * When a request arrived, by the portal's clock: what came before a deadline stands, however long it then waited for
 * its turn.
 * @param now what the portal's clock says at this moment
 */
export function arrivedAt(now: Date, reply: Pick<FastifyReply, 'elapsedTime'>): Date {
  return new Date(now.getTime() - Math.ceil(reply.elapsedTime));
}
