import { keptField } from '@fuchi/record-application/contract';
import * as z from 'zod';

/** What goes between an applicant's pages and the server about whole applications. */

const id = z.string().regex(/^[1-9]\d{0,17}$/, '编号有误');

export const button = z.strictObject({
  command: z.string(),
  name: z.string(),
  /** What must be said with it: 理由, 意见; null for nothing. */
  asks: z.string().nullable(),
  /** Why it can't be done now; null where it can. */
  held: z.string().nullable(),
});
export type Button = z.infer<typeof button>;

export const applicationRow = z.strictObject({
  id: z.string(),
  line: z.string(),
  lineTitle: z.string(),
  title: z.string(),
  roundName: z.string(),
  state: z.string(),
  stateName: z.string(),
  number: z.string().nullable(),
  /** The applicant's deadline for this line and place; null where the round sets none. */
  deadline: z.string().nullable(),
  createdAt: z.string(),
  submittedAt: z.string().nullable(),
});
export type ApplicationRow = z.infer<typeof applicationRow>;

export const applicationList = z.strictObject({
  now: z.string(),
  applications: z.array(applicationRow),
  /** What may be begun now: open rounds with their open lines. */
  open: z.array(
    z.strictObject({
      round: z.string(),
      name: z.string(),
      lines: z.array(
        z.strictObject({ line: z.string(), title: z.string(), deadline: z.string().nullable() }),
      ),
    }),
  ),
});
export type ApplicationList = z.infer<typeof applicationList>;

export const beginBody = z.strictObject({ round: id, line: z.string().min(1).max(60) });
export const begun = z.strictObject({ id: z.string() });

/** A fact others settled: as an assessment takes it, as a page shows it, and where it comes from. */
export const settledFact = z.strictObject({
  fact: z.string(),
  value: z.unknown(),
  text: z.string(),
  source: z.string(),
});

export const applicationView = applicationRow.extend({
  now: z.string(),
  /** The day of application as the assessment takes it. */
  asOf: z.string(),
  /** Digest of the guide version it is filled in under. */
  guide: z.string(),
  /** What the round gives the assessment. */
  options: z.strictObject({
    clocks: z.record(z.string(), z.unknown()),
    call: z.array(z.string()),
    otherReadings: z.array(z.string()),
  }),
  organisation: z.strictObject({
    name: z.string(),
    creditCode: z.string().nullable(),
    territory: z.string().nullable(),
  }),
  me: z.strictObject({ account: z.string(), name: z.string() }),
  revision: z.int(),
  version: z.int(),
  fields: z.array(keptField),
  settled: z.array(settledFact),
  buttons: z.array(button),
  /** Whether fields may be written. */
  open: z.boolean(),
  /** What was said at the last return; null where there was none. */
  returned: z.strictObject({ reason: z.string(), at: z.string() }).nullable(),
});
export type ApplicationView = z.infer<typeof applicationView>;

export const sinceQuery = z.strictObject({ since: z.coerce.number().int().min(0) });
export const fieldsView = z.strictObject({
  now: z.string(),
  revision: z.int(),
  state: z.string(),
  fields: z.array(keptField),
});
