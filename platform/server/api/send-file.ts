import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A file that is given out: whole, or piece by piece as somebody reads. */
export interface FileAnswer {
  /** Its media type. */
  readonly type: string;
  /** What it is called when it is saved. */
  readonly name: string;
  readonly content: Uint8Array | AsyncIterable<Uint8Array>;
}

/** Sends a file to be saved; a whole one carries a tag, and isn't sent to whoever has it. */
export function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, name, content }: FileAnswer,
): FastifyReply {
  reply.header('content-disposition', dispositionOf(name)).type(type);
  if (!(content instanceof Uint8Array)) return reply.send(Readable.from(content));
  const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`;
  reply.header('etag', etag).header('cache-control', 'no-cache');
  const known = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim());
  if (request.method === 'GET' && known.includes(etag)) return reply.code(304).send();
  return reply.send(Buffer.from(content.buffer, content.byteOffset, content.byteLength));
}

/** The name as it is, and in ASCII for programs that take no other (RFC 6266). */
export function dispositionOf(name: string, how: 'attachment' | 'inline' = 'attachment'): string {
  const plain = name.replace(/[^\w.-]+/g, '').replace(/^\./, 'form.');
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${whole}`;
}
