import * as z from 'zod';
import { fieldValue } from './contract.ts';

/**
 * What a version freezes: everything the application said at that moment and what it was judged by. Prints, the book,
 * the receipt and every later replay are made from this alone.
 */
export const applicationContent = z.strictObject({
  application: z.string(),
  version: z.int().min(1),
  round: z.strictObject({ id: z.string(), year: z.string(), name: z.string() }),
  /** What the round gave the assessment: without it the version could not be judged anew. */
  terms: z.strictObject({
    clocks: z.record(z.string(), z.unknown()),
    call: z.array(z.string()),
    otherReadings: z.array(z.string()),
  }),
  guide: z.strictObject({ id: z.string(), version: z.string(), digest: z.string() }),
  line: z.string(),
  title: z.string(),
  organisation: z.strictObject({
    id: z.string(),
    name: z.string(),
    creditCode: z.string().nullable(),
    territory: z.string().nullable(),
  }),
  recommender: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  /** Every field by its name (contract-path.ts). */
  fields: z.record(z.string(), fieldValue),
  /** Facts others settled: registers, the recommender's statements. As an assessment takes them, with their source. */
  settled: z.record(z.string(), z.unknown()),
  papers: z.array(
    z.strictObject({
      id: z.string(),
      paper: z.string(),
      name: z.string(),
      type: z.string(),
      size: z.number(),
      digest: z.string(),
      pages: z.int().nullable(),
    }),
  ),
  /** What `fuchi assess --json` prints for these facts, this round and `asOf`. */
  assessment: z.record(z.string(), z.unknown()),
  /** The day and the moment it was judged at, by the portal's clock. */
  asOf: z.string(),
  frozenAt: z.string(),
});
export type ApplicationContent = z.infer<typeof applicationContent>;
