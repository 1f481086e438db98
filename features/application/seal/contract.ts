import { printSigners, scanPage } from '@fuchi/record-application/contract-scan';
import * as z from 'zod';

/** Sealed scans between the page and the server. */

const id = z.string().regex(/^[1-9]\d{0,17}$/, '编号有误');

export const sealView = z.strictObject({
  /** The version that is to be sealed; null where none is finalised. */
  version: z.int().nullable(),
  /** Whether scans may still be added and taken back. */
  open: z.boolean(),
  /** Whether the round takes a print signed electronically. */
  electronic: z.boolean(),
  prints: z.array(
    z.strictObject({
      kind: z.string(),
      title: z.string(),
      pages: z.int(),
      /** Pages that no scan has. */
      missing: z.array(z.int()),
      /** Pages that stand in the scans more than once. */
      doubled: z.array(z.int()),
    }),
  ),
  scans: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      type: z.string(),
      size: z.number(),
      addedAt: z.string(),
      addedBy: z.string(),
      pages: z.array(scanPage),
      /** Who signed it electronically; null for a scan of paper. */
      signers: printSigners,
    }),
  ),
});
export type SealView = z.infer<typeof sealView>;

export const addScanBody = z.strictObject({ upload: id });
export const assignBody = z.strictObject({
  /** The page of the scan, from 1. */
  at: z.int().min(1).max(10_000),
  /** Which page of which print it is; null where it isn't one after all. */
  is: z
    .strictObject({
      kind: z.string().min(1).max(20),
      page: z.int().min(1).max(99_999),
    })
    .nullable(),
});
export const scanFileQuery = z.strictObject({ as: z.enum(['inline', 'file']).optional() });
