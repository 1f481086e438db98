import type { Assessment } from '@fuchi/policy/assess/assessment';
import * as z from 'zod';

/** What a caller sends to have an applicant assessed on a line. */
export const assessRequest = z.strictObject({
  /** Facts by id, each a plain value, `{value, unit?, …}`, `{none: true}`, `{sources: …}` or rows. */
  facts: z.custom<Readonly<Record<string, unknown>>>(isRecord, {
    error: '应为一个对象：事实 → 值',
  }),
  round: z
    .strictObject({
      id: z.string().optional(),
      name: z.string().optional(),
      clocks: z.record(z.string(), z.unknown()).optional(),
      /** Conditions of the yearly call: by id, or all of them. */
      call: z.union([z.boolean(), z.array(z.string())]).optional(),
      readings: z.record(z.string(), z.enum(['default', 'other'])).optional(),
    })
    .optional(),
  /** The date of application. It never defaults to today. */
  asOf: z.string().nullable().optional(),
  /** Reading id → which of its two readings; goes before the round's. */
  readings: z.record(z.string(), z.enum(['default', 'other'])).optional(),
});
export type AssessRequest = z.infer<typeof assessRequest>;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const clauses = z.array(z.string()).readonly();
const row = z.number().int().exactOptional();
const verdict = z.enum(['eligible', 'ineligible', 'undetermined']);
const outcome = z.enum(['met', 'unmet', 'unknown', 'not-applicable']);
const because = z.enum(['missing', 'discretion', 'conflict', 'elsewhere']);
const interval = z.strictObject({ atLeast: z.string(), atMost: z.string().nullable() });
const amount = z.union([z.strictObject({ amount: z.string() }), interval]);
const gap = z.strictObject({
  have: z.string(),
  need: z.string(),
  short: z.string(),
  unit: z.string(),
  fact: z.string().exactOptional(),
  row,
});

const condition = z.strictObject({
  clause: z.string(),
  says: z.string(),
  outcome,
  strength: z.enum(['hard', 'in-principle', 'priority']),
  because: because.exactOptional(),
  facts: z
    .array(
      z.strictObject({
        id: z.string(),
        label: z.string(),
        value: z.union([z.string(), z.boolean(), clauses]).nullable(),
        unit: z.string().exactOptional(),
        source: z.string().exactOptional(),
        row,
      }),
    )
    .readonly(),
  gap: gap.exactOptional(),
  rows: z
    .array(z.strictObject({ row: z.number().int(), outcome, gap: gap.exactOptional() }))
    .readonly()
    .exactOptional(),
  readings: clauses,
  certifier: z.string().exactOptional(),
});

const change = z.strictObject({
  verdict,
  clauses,
  beyond: z.literal(true).exactOptional(),
  changes: z
    .array(
      z.strictObject({
        fact: z.string(),
        label: z.string(),
        from: z.union([z.string(), z.boolean()]).nullable(),
        to: z.union([z.string(), z.boolean()]),
        unit: z.string().exactOptional(),
        row,
      }),
    )
    .readonly(),
});

/** What comes back: the same assessment that the page shows and the command line prints. */
export const assessmentReply = z.strictObject({
  guide: z.strictObject({ id: z.string(), version: z.string(), digest: z.string() }),
  line: z.string(),
  title: z.string(),
  mode: z.enum(['申报', '免申即享', '切块', '配套', '另行通知']),
  asOf: z.string().nullable(),
  verdict,
  conditions: z.array(condition).readonly(),
  failing: clauses,
  open: z.array(z.strictObject({ clause: z.string(), because })).readonly(),
  ceiling: amount.nullable(),
  cap: z.string().nullable(),
  ifEligible: amount.nullable(),
  steps: z
    .array(
      z.strictObject({
        label: z.string(),
        value: z.union([z.string(), interval]).nullable(),
        unit: z.string(),
        clause: z.string(),
      }),
    )
    .readonly(),
  stages: z
    .array(
      z.strictObject({
        stage: z.string(),
        amount: z.string().exactOptional(),
        atLeast: z.string().exactOptional(),
        atMost: z.string().nullable().exactOptional(),
        trigger: z.string(),
        clause: z.string(),
      }),
    )
    .readonly(),
  missing: z
    .array(z.strictObject({ fact: z.string(), label: z.string(), clauses, row }))
    .readonly(),
  conflicts: z
    .array(
      z.strictObject({
        fact: z.string(),
        label: z.string(),
        values: z.array(z.strictObject({ source: z.string(), value: z.string() })).readonly(),
        decidedBy: z.string().nullable(),
        row,
      }),
    )
    .readonly(),
  wouldChange: z.array(change).readonly(),
  readings: clauses,
  notes: z
    .array(z.strictObject({ code: z.string(), facts: z.record(z.string(), z.string()) }))
    .readonly(),
}) satisfies z.ZodType<Assessment>;

/** What is wrong with a request. `faults` holds all of them where the input itself is bad. */
export const faultReply = z.strictObject({
  code: z.string(),
  message: z.string(),
  faults: z
    .array(z.strictObject({ path: z.string(), code: z.string(), message: z.string() }))
    .exactOptional(),
});
