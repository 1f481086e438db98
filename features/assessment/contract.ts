import { MODES } from '@fuchi/guide/guide';
import type { Assessment } from '@fuchi/policy/assess/assessment';
import * as z from 'zod';

const readings = z
  .record(z.string(), z.enum(['default', 'other']))
  .optional()
  .meta({
    description:
      '条文理解的编号 → 取标准理解（default）还是另解（other）· reading id → which of its two readings',
  });

/** What a caller sends to have an applicant assessed. */
export const assessRequest = z
  .strictObject({
    facts: z
      .custom<Readonly<Record<string, unknown>>>(isRecord, {
        error: '应为一个对象：事实 → 值',
        params: { en: 'Expected an object: fact → value' },
      })
      .meta({
        type: 'object',
        additionalProperties: {},
        description:
          '申报事实的编号 → 值：文本（如“3000万元”“60%”“2021-12-31”“是”）、数值、{value, unit, source, evidence, moment}、{none: true}、{sources: {…}}，明细为列表或 {rows: […], complete}。没有写的就是未知 · fact id → value; what is left out is unknown',
      }),
    round: z
      .strictObject({
        id: z.string().optional(),
        name: z.string().optional(),
        clocks: z.record(z.string(), z.unknown()).optional().meta({
          description: '批次日期，如申报截止日期 · the dates the round sets',
        }),
        call: z
          .union([z.boolean(), z.array(z.string())])
          .optional()
          .meta({
            description:
              '启用的申报通知条件：编号的列表，或全部 · conditions of the yearly call: by id, or all of them',
          }),
        readings,
      })
      .optional()
      .meta({ description: '申报批次 · the round' }),
    asOf: z.string().nullable().optional().meta({
      description: '申报日期，不默认为今天 · the date of application; it never defaults to today',
    }),
    readings,
  })
  .meta({ id: 'AssessRequest', description: '一个申报单位的情况 · what is told of an applicant' });
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

const guideStamp = z
  .strictObject({ id: z.string(), version: z.string(), digest: z.string() })
  .meta({
    id: 'GuideStamp',
    description: '所依据的指南：编号、版本、摘要值 · the guide that answers',
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
export const assessmentReply = z
  .strictObject({
    guide: guideStamp,
    line: z.string(),
    title: z.string(),
    mode: z.enum(MODES),
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
  })
  .meta({
    id: 'Assessment',
    description:
      '一个项目类别的评估结果，金额是以万元计的十进制文本 · the assessment of one line; amounts are decimal strings in 万元',
  }) satisfies z.ZodType<Assessment>;

/** The assessments of all lines, in the guide's order. */
export const assessAllReply = z
  .strictObject({
    guide: guideStamp,
    asOf: z.string().nullable(),
    assessments: z.array(assessmentReply).readonly(),
  })
  .meta({
    id: 'AllAssessments',
    description: '全部项目类别的评估结果 · the assessments of all lines',
  });
