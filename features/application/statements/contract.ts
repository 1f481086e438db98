import { STATEMENT_KINDS } from '@fuchi/record-application/contract-statement';
import * as z from 'zod';

/** The recommender's statements between pages and server. */

const id = z.string().regex(/^[1-9]\d{0,17}$/, '编号有误');
const kind = z.enum(STATEMENT_KINDS);
const SAYABLE = /^[^\p{Cs}\0]*$/u;

export const statementView = z.strictObject({
  id: z.string(),
  kind,
  state: z.enum(['asked', 'given', 'declined', 'withdrawn']),
  /** Who was asked. */
  recommender: z.string(),
  askedAt: z.string(),
  askedBy: z.string(),
  askedFor: z.string(),
  /** The date the opinion bears; null until it is given. */
  statedOn: z.string().nullable(),
  /** Of acceptance: whether the recommender itself carried it out. */
  organised: z.boolean().nullable(),
  /** What it says; why, where it is declined. */
  opinion: z.string().nullable(),
  scan: z.strictObject({ name: z.string(), size: z.number() }).nullable(),
  answeredAt: z.string().nullable(),
});
export type StatementView = z.infer<typeof statementView>;

/** Of an applicant's own application. */
export const ownStatements = z.strictObject({
  /** Who is to be asked; null before it is chosen. */
  recommender: z.string().nullable(),
  /** What the line asks, each with what was asked for of the recommender chosen now, the newest first. */
  kinds: z.array(z.strictObject({ kind, statements: z.array(statementView) })),
});
export type OwnStatements = z.infer<typeof ownStatements>;

export const askBody = z.strictObject({
  kind,
  /** What the recommender should know. */
  says: z.string().trim().max(500, '说明最长500个字').regex(SAYABLE, '说明有误'),
});

/** Of a recommender: what is asked of it, with whose it is. */
export const askedStatement = statementView.extend({
  applicant: z.string(),
  title: z.string(),
  lineTitle: z.string(),
  roundName: z.string(),
  /** Until when it may be recorded; null where the round sets no clock. */
  deadline: z.string().nullable(),
  /** The last day on which a project may have been accepted. */
  lastDay: z.string().nullable(),
  /** Whether it can be recorded now: the draft is open. */
  open: z.boolean(),
});
export type AskedStatement = z.infer<typeof askedStatement>;
export const askedList = z.array(askedStatement);

export const recordBody = z.strictObject({
  statedOn: z.iso.date('请填写日期，如2022-03-30'),
  /** null for what is no acceptance. */
  organised: z.boolean().nullable(),
  opinion: z
    .string()
    .trim()
    .min(2, '请写明意见')
    .max(2000, '意见最长2000个字')
    .regex(SAYABLE, '意见有误'),
  /** The scan of the sealed paper. */
  scan: id,
});
export type RecordBody = z.infer<typeof recordBody>;

/** What the draft says of what a recommender is asked for, and the papers that are in it now. */
export const askedBasis = z.strictObject({
  said: z.array(z.strictObject({ label: z.string(), text: z.string() })),
  papers: z.array(
    z.strictObject({ id: z.string(), paper: z.string(), name: z.string(), size: z.number() }),
  ),
});
export type AskedBasis = z.infer<typeof askedBasis>;

/** Why: of what is declined, and of what is taken back. */
export const reasonBody = z.strictObject({
  reason: z
    .string()
    .trim()
    .min(2, '请写明理由')
    .max(500, '理由最长500个字')
    .regex(SAYABLE, '理由有误'),
});

export const scanQuery = z.strictObject({ as: z.enum(['inline', 'file']).optional() });
