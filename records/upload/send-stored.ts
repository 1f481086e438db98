import { dispositionOf } from '@fuchi/platform-server/api/send-file';
import type { FileStore } from '@fuchi/platform-server/files/file-store';
import type { FastifyReply } from 'fastify';
import { FILE_TYPES, type FileType } from './contract-purpose.ts';

export interface StoredAnswer {
  readonly digest: string;
  readonly size: number;
  readonly type: FileType;
  readonly name: string;
}

/** What browsers show by themselves; anything else is saved, however it was asked for. */
const SHOWN: readonly FileType[] = ['pdf', 'png', 'jpeg'];

/** Nothing in a file that somebody uploaded runs, loads anything or reaches the page around it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/**
 * Gives out what was uploaded, piece by piece, as it was: for whoever made sure that he who asks may see it.
 * @param as `inline` to be looked at beside the page, where its type may be
 */
export function sendStored(
  reply: FastifyReply,
  files: FileStore,
  { digest, size, type, name }: StoredAnswer,
  as: 'inline' | 'file',
): FastifyReply {
  const shown = as === 'inline' && SHOWN.includes(type);
  // The PDF viewer of older browsers runs neither in a sandbox nor without objects; it is a sandbox itself.
  const policy = type === 'pdf' ? `${POLICY}; object-src 'self'` : `sandbox; ${POLICY}`;
  return reply
    .header('content-disposition', dispositionOf(name, shown ? 'inline' : 'attachment'))
    .header('content-security-policy', policy)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .header('content-length', String(size))
    .type(FILE_TYPES[type].media)
    .send(files.open(digest));
}
