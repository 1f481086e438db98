import { chainSteps } from '@fuchi/record-sign-off/contract';
import * as z from 'zod';

/** What a round sets: read from the database and from the pages by this one description. */

const id = z.string().regex(/^[1-9]\d{0,17}$/, '编号有误');
const line = z.string().min(1).max(60);
/** Region code: 320500. */
const territory = z.string().regex(/^\d{6}$/, '地区代码应为6位数字');
const moment = z.iso.datetime({ offset: true, error: '时间有误' });

export const CLOCKS = {
  opening: '开放申报',
  applicant: '申报单位截止',
  county: '县（市）截止',
  city: '设区市截止',
} as const;
export type ClockKind = keyof typeof CLOCKS;

/** A clock for everybody, or for a line, a place, or a line in a place. The most particular one counts. */
export const roundClock = z.strictObject({
  kind: z.enum(['opening', 'applicant', 'county', 'city']),
  line: line.nullable(),
  territory: territory.nullable(),
  /** Until this moment: one that ends “24:00” ends with the next day's first moment. */
  at: moment,
});
export type RoundClock = z.infer<typeof roundClock>;

export const ROUTES = {
  county: '县（市）→设区市→省',
  city: '设区市→省',
  province: '直接报省',
} as const;

export const roundSettings = z.strictObject({
  lines: z
    .array(z.strictObject({ line, open: z.boolean(), office: id.nullable() }))
    .max(200, '项目类别最多200个'),
  clocks: z.array(roundClock).max(2000, '时限最多2000条'),
  /** By which way applications go up; the most particular one counts, without one the recommender's own way. */
  routes: z
    .array(
      z.strictObject({
        line: line.nullable(),
        territory: territory.nullable(),
        route: z.enum(['county', 'city', 'province']),
      }),
    )
    .max(2000),
  /** How many applications a recommender may recommend; of all lines where no line is named. */
  limits: z
    .array(
      z.strictObject({
        recommender: id.nullable(),
        line: line.nullable(),
        most: z.int('限额应为整数').min(0, '限额不能小于0').max(100_000, '限额最多100000个'),
      }),
    )
    .max(2000, '限额最多2000条'),
  /** Conditions of the yearly call that count in this round. */
  call: z.array(z.string().max(40)).max(100),
  /** Readings that take the other choice. */
  otherReadings: z.array(z.string().max(40)).max(500),
  /** One application an applicant, as far as the guide makes no exception: blocks, warns, or isn't looked at. */
  oneApplication: z.enum(['blocks', 'warns', 'off']),
  /** A project that the applicant has in another application of the round, or was supported for: blocks or warns. */
  sameProject: z.enum(['blocks', 'warns']).default('warns'),
  /**
   * An electronic seal in place of a sealed scan; absent where none is accepted. `roots`: the certificates (PEM, one
   * after another) to one of which a signature must lead.
   */
  electronicSeal: z
    .strictObject({ roots: z.string().max(200_000, '根证书的文字最长20万字') })
    .optional(),
  /** What the public sees. */
  publication: z.strictObject({
    received: z.boolean(),
    notice: z.boolean(),
    award: z.boolean(),
  }),
  /** Sign-off chains by the command they carry out; a command without one takes the usual. */
  chains: z
    .array(z.strictObject({ command: z.string().max(60), steps: chainSteps }))
    .max(40, '签批链最多40条'),
});
export type RoundSettings = z.infer<typeof roundSettings>;

export const roundName = z
  .string()
  .trim()
  .min(1, '请写批次的名称')
  .max(100, '批次的名称最长100个字');
export const roundYear = z.string().regex(/^20\d{2}$/, '年度应为4位数字，如2022');
export const MOST_RECOMMENDERS = 500;

/** Who recommends in a round, for which place, and through which city's unit; null for who reports to the province. */
export const roundRecommender = z.strictObject({
  organisation: id,
  territory,
  through: id.nullable(),
});
export type RoundRecommender = z.infer<typeof roundRecommender>;
export const roundRecommenders = z
  .array(roundRecommender)
  .max(MOST_RECOMMENDERS, `推荐单位最多${MOST_RECOMMENDERS}个`);
