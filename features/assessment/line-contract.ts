import { MODES } from '@fuchi/guide/guide';
import * as z from 'zod';
import type { FactDescription } from './fact-description.ts';
import type { LineDetail } from './line-detail.ts';
import type { LineSummary } from './line-summary.ts';

const texts = z.array(z.string()).readonly();
const places = z.number().int().nullable();

const summary = {
  id: z.string(),
  title: z.string(),
  section: z.string().meta({ description: '所在章节 · where it stands in the guide' }),
  mode: z.enum(MODES),
  form: z.string().nullable().meta({ description: '申报表 · the form to fill in' }),
  applicant: z.string().nullable(),
  quota: z
    .strictObject({
      atMost: places,
      joint: z.strictObject({ id: z.string(), atMost: places, lines: texts }).nullable(),
      groups: z
        .array(z.strictObject({ name: z.string(), fields: texts, atMost: places, atLeast: places }))
        .readonly(),
    })
    .meta({ description: '支持数量 · how many may be supported' }),
};

/** A line in short. */
export const lineReply = z
  .strictObject(summary)
  .meta({ id: 'Line', description: '项目类别 · a line' }) satisfies z.ZodType<LineSummary>;

const condition = z.strictObject({
  clause: z.string(),
  says: z.string(),
  strength: z.enum(['hard', 'in-principle', 'priority']).meta({
    description: '必须、原则上、优先 · must, in principle, given priority',
  }),
  certifier: z.string().nullable().meta({ description: '由谁证明 · who certifies it' }),
  evidence: texts,
  elsewhere: z.string().nullable().meta({
    description: '由其他文件规定的内容 · what another document settles',
  }),
  readings: texts,
});

/** A line with what the guide says of it. */
export const lineDetailReply = z
  .strictObject({
    ...summary,
    says: z.string(),
    notice: z.string().nullable(),
    directions: z.array(z.strictObject({ clause: z.string(), says: z.string() })).readonly(),
    conditions: z.array(condition).readonly(),
    subsidy: z
      .strictObject({
        clause: z.string(),
        says: z.string(),
        cap: z.string().nullable(),
        notComputable: z.string().nullable(),
      })
      .nullable(),
    stages: z
      .array(
        z.strictObject({
          stage: z.string(),
          clause: z.string(),
          trigger: z.string(),
          share: z.string().nullable(),
          amount: z.string().nullable(),
          atMost: z.string().nullable(),
          balance: z.boolean(),
        }),
      )
      .readonly(),
    papers: z
      .array(
        z.strictObject({
          name: z.string(),
          clause: z.string().nullable(),
          issuer: z.string().nullable(),
        }),
      )
      .readonly(),
  })
  .meta({
    id: 'LineDetail',
    description:
      '项目类别及其条件、补助、拨付、材料 · a line with its conditions, subsidy, stages and papers',
  }) satisfies z.ZodType<LineDetail>;

/** What a fact asks. */
export const factReply: z.ZodType<FactDescription> = z
  .strictObject({
    id: z.string().meta({ description: '编号，作为 facts 的键 · the key in facts' }),
    label: z.string(),
    type: z.string(),
    unit: z.string().nullable(),
    options: texts.exactOptional(),
    definition: z.string().nullable(),
    says: z.string().nullable(),
    question: z.string().nullable(),
    evidence: texts,
    certifier: z.string().nullable(),
    statedBy: z.string().nullable(),
    supplied: z.string().nullable().meta({
      description:
        '由批次或申报日期给出，不由申报单位填 · set by the round or the date of application',
    }),
    decidedBy: z.string().nullable(),
    derivedFrom: texts,
    get columns() {
      return z.array(factReply).readonly().exactOptional();
    },
  })
  .meta({ id: 'Fact', description: '申报事实 · a fact the line asks' });

/** Which guide answers. */
export const guideVersionReply = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    version: z.string(),
    digest: z.string().meta({ description: '指南全文的 SHA-256 · SHA-256 of the guide' }),
  })
  .meta({ id: 'GuideVersion', description: '所用的指南 · the guide in use' });

/** The whole guide as the program executes it; its inside may change with the program's version. */
export const guideReply = z
  .looseObject({
    format: z.number().int(),
    guide: z.looseObject({ id: z.string(), version: z.string(), digest: z.string() }),
    lines: z.array(z.looseObject({ id: z.string() })).readonly(),
    facts: z.record(z.string(), z.unknown()),
  })
  .meta({
    id: 'Guide',
    description: '检查过的指南，JSON 格式 · the checked guide as JSON',
  });
