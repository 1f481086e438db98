import { fieldValue } from '@fuchi/record-application/contract';
import * as z from 'zod';

/** Third parties' lists between the page and the server. */

export const annexView = z.strictObject({
  number: z.int(),
  title: z.string(),
  /** The paper of the line it goes with. */
  paper: z.string(),
  issuer: z.string(),
  /** How many rows of the draft it prints. */
  rows: z.int(),
  addsRows: z.boolean(),
});
export type AnnexView = z.infer<typeof annexView>;
export const annexList = z.array(annexView);

export const annexFileQuery = z.strictObject({ as: z.enum(['xlsx', 'docx', 'pdf']) });

/** What a filled-in list came to. It is kept as what was confirmed; the draft's own figures change when the page saves them. */
export const annexReading = z.strictObject({
  saves: z.array(z.strictObject({ path: z.string(), value: fieldValue })),
  rows: z.int(),
  added: z.int(),
  faults: z.array(
    z.strictObject({
      sheet: z.string(),
      cell: z.string(),
      message: z.string(),
      fix: z.string(),
    }),
  ),
});
export type AnnexReading = z.infer<typeof annexReading>;
