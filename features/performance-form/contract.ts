import { INDICATOR_KINDS, TENDENCIES } from '@fuchi/guide/form';
import * as z from 'zod';

const texts = z.record(z.string(), z.string()).readonly();
const names = z.array(z.string()).readonly();

const target = z.strictObject({
  value: z.string().meta({ description: '目标，按这一行的单位 · the target in the row’s unit' }),
  measure: z.string().meta({ description: '所选计量，印着几种时才有 · the measure chosen' }),
  unit: z.string().meta({ description: '自填的单位，表上没有印时才有 · the applicant’s own unit' }),
  about: z
    .string()
    .meta({ description: '重复的行说的是哪一种产品 · what a repeated row is about' }),
  years: texts.meta({ description: '年份 → 当年目标 · year → target of that year' }),
});

/** What is filled into a form: what the interface answers with, and what it takes back. */
export const fillingReply = z
  .strictObject({
    form: z.string(),
    header: texts,
    goals: texts,
    kinds: names,
    targets: z.record(z.string(), z.array(target).readonly()).readonly(),
    own: z
      .array(
        z.strictObject({ name: z.string(), unit: z.string(), value: z.string(), years: texts }),
      )
      .readonly(),
  })
  .meta({ id: 'Filling', description: '填入一张申报表的内容 · what is filled into a form' });

const measure = z.strictObject({
  key: z.string(),
  kind: z.enum(INDICATOR_KINDS),
  unit: z.string(),
  ownUnit: z.boolean(),
  decimal: z.boolean(),
  least: z.string().nullable(),
  most: z.string().nullable(),
  options: names,
  tendency: z.enum(TENDENCIES),
});

const indicator = z.strictObject({
  id: z.string(),
  label: z.string(),
  levels: names.meta({ description: '一级、二级指标 · levels 1 and 2' }),
  kind: z.string().meta({ description: '属于哪一类项目，人人都填的为空 · the kind of project' }),
  measures: z.array(measure).readonly(),
  repeated: z.number().int(),
  yearly: z.enum(['累加', '水平']).nullable(),
  atLeast: z.string().nullable().meta({ description: '表上印的下限 · the printed minimum' }),
  partOf: z.string().nullable(),
  atMostOf: z.string().nullable(),
  facts: names,
  optionalFor: names,
  onlyFor: z.string().nullable(),
  notes: names,
  doubt: z.string(),
});

export const formHeadReply = z.strictObject({
  id: z.string(),
  title: z.string(),
  year: z.string(),
  lines: names.meta({ description: '使用它的项目类别 · the lines that use it' }),
});

export const formReply = formHeadReply
  .extend({
    header: z
      .array(z.strictObject({ name: z.string(), kind: z.enum(['文字', '日期']) }))
      .readonly(),
    goals: names,
    common: z.string(),
    countedFor: z.string().nullable(),
    headings: names,
    grouping: z
      .strictObject({ name: z.string(), choose: z.enum(['一类', '不限']), kinds: names })
      .nullable(),
    indicators: z.array(indicator).readonly(),
    own: z.string(),
    notes: names,
  })
  .meta({ id: 'Form', description: '一张绩效目标申报表 · a performance target form' });
export type FormReply = z.infer<typeof formReply>;

const anything = z
  .custom<Readonly<Record<string, unknown>>>(isRecord, {
    error: '应为一个对象',
    params: { en: 'Expected an object' },
  })
  .meta({ type: 'object', additionalProperties: {} });

/** Lenient: what the filling holds is read by its form, so that every fault of it is told at once. */
export const formRequest = z
  .strictObject({
    filling: anything.meta({
      description:
        '填入的内容：header、goals、kinds、targets、own；目标可以只写一个值 · what is filled in; a target may be a plain value',
    }),
    facts: anything.optional().meta({
      description: '申报事实，用来核对同一个数 · facts of the application, to compare figures with',
    }),
    line: z.string().optional().meta({
      description: '申报的项目类别，事实以它所问的为准 · the line applied for',
    }),
  })
  .meta({ id: 'FormRequest', description: '一张申报表和申报事实 · a form filled in, and facts' });
export type FormRequest = z.infer<typeof formRequest>;

/** As many as one applicant or recommender hands in at once; each is made in the time of its own. */
export const MOST_FORMS = 100;

export const formsRequest = z
  .strictObject({
    as: z.enum(['docx', 'xlsx', 'pdf']),
    forms: z
      .array(
        z.strictObject({
          filling: anything.meta({
            description: '填入的内容，form 写明是哪一张 · `form` says which',
          }),
        }),
      )
      .min(1)
      .max(MOST_FORMS)
      .readonly(),
  })
  .meta({ id: 'FormsRequest', description: '多张申报表 · many forms' });
export type FormsRequest = z.infer<typeof formsRequest>;

const finding = z.strictObject({
  severity: z.enum(['missing', 'fault', 'remark']),
  code: z.string(),
  path: z
    .string()
    .meta({ description: '在 filling 里的位置（JSON Pointer）· place in the filling' }),
  label: z.string(),
  message: z.string(),
  fix: z.string(),
});

export const checkReply = z
  .strictObject({
    filled: z.number().int(),
    required: z.number().int(),
    findings: z.array(finding).readonly(),
  })
  .meta({
    id: 'FormCheck',
    description:
      '缺什么、哪里不对、哪里请核对，按表上的顺序 · what is missing, wrong, or to be looked at',
  });
export type CheckReply = z.infer<typeof checkReply>;

export const importReply = z
  .strictObject({
    filling: fillingReply,
    faults: z
      .array(
        z.strictObject({
          cell: z.string().meta({ description: '单元格，如 E14 · the cell' }),
          path: z.string(),
          code: z.string(),
          label: z.string(),
          message: z.string(),
          fix: z.string(),
        }),
      )
      .readonly(),
    check: checkReply,
  })
  .meta({ id: 'FormImport', description: '读回的内容和没有读入的格 · what was read back' });
export type ImportReply = z.infer<typeof importReply>;

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
