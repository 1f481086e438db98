import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** JSON that stays the same while the server runs. Its tag is made of what it says, so a new version of the program
 * that says it otherwise has another. */
export interface SteadyJson {
  readonly text: Buffer;
  readonly packed: Buffer;
  readonly tag: string;
}

/** @example steadyJson(JSON.stringify({ id: 'jiangsu-2022' })) */
export function steadyJson(json: string): SteadyJson {
  const text = Buffer.from(json);
  const tag = createHash('sha256').update(text).digest('base64url').slice(0, 27);
  return { text, packed: gzipSync(text), tag };
}

/** Sends it packed to whoever can unpack it, and not at all to whoever has it. */
export function sendSteady(
  request: FastifyRequest,
  reply: FastifyReply,
  { text, packed, tag }: SteadyJson,
): FastifyReply {
  const zip = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(
    request.headers['accept-encoding'] ?? '',
  );
  const etag = `"${tag}${zip ? '-gzip' : ''}"`;
  reply.header('etag', etag).header('cache-control', 'no-cache').header('vary', 'accept-encoding');
  const known = (request.headers['if-none-match'] ?? '')
    .split(',')
    .map((t) => t.trim().replace(/^W\//, ''));
  if (known.includes(etag) || known.includes('*')) return reply.code(304).send();
  if (zip) reply.header('content-encoding', 'gzip');
  return reply.type('application/json; charset=utf-8').send(zip ? packed : text);
}
