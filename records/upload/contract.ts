import * as z from 'zod';
import { UPLOAD_PURPOSES, type UploadPurpose } from './contract-purpose.ts';

/** The most bytes one part may have. */
export const MOST_PART = 8 * 1024 * 1024;

/** The most bytes of any upload. */
export const MOST_BYTES = Math.max(...Object.values(UPLOAD_PURPOSES).map(({ most }) => most));

const PURPOSES = Object.keys(UPLOAD_PURPOSES) as [UploadPurpose, ...UploadPurpose[]];

export const beginBody = z.strictObject({
  purpose: z.enum(PURPOSES),
  /** As the file is called on the sender's machine. */
  name: z.string().min(1, '文件没有名称').max(500, '文件名过长'),
  size: z.int().min(1, '文件是空的').max(MOST_BYTES, '文件超过200MB'),
});

/** Where a part begins: it has to be what is received so far. */
export const partQuery = z.strictObject({
  offset: z.coerce.number().int().min(0).max(MOST_BYTES),
});

/** `inline`: to be looked at beside the page, where its type may be; otherwise to be saved. */
export const contentQuery = z.strictObject({ as: z.enum(['inline', 'file']).optional() });

export const uploadView = z.strictObject({
  id: z.string(),
  purpose: z.string(),
  /** As it is kept: without what a name can be misused for. */
  name: z.string(),
  size: z.int(),
  received: z.int(),
  /** whole: received and looked at; used: something refers to it. */
  state: z.enum(['receiving', 'whole', 'used', 'refused']),
  /** One of FILE_TYPES, once it is whole. */
  type: z.string().nullable(),
  /** SHA-256, once it is whole. */
  digest: z.string().nullable(),
  /** A sentence, where it was refused. */
  refusedBecause: z.string().nullable(),
});
export type UploadView = z.infer<typeof uploadView>;

export const uploadDone = z.strictObject({ done: z.literal(true) });
