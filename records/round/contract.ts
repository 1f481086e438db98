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
  lines: z.array(z.strictObject({ line, open: z.boolean(), office: id.nullable() })).max(200),
  clocks: z.array(roundClock).max(2000),
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
        most: z.int().min(0).max(100_000),
      }),
    )
    .max(2000),
  /** Conditions of the yearly call that count in this round. */
  call: z.array(z.string().max(40)).max(100),
  /** Readings that take the other choice. */
  otherReadings: z.array(z.string().max(40)).max(500),
  /** One application an applicant, as far as the guide makes no exception: blocks, warns, or isn't looked at. */
  oneApplication: z.enum(['blocks', 'warns', 'off']),
  /** Whether an electronic seal is accepted in place of a sealed scan. */
  electronicSeal: z.boolean(),
  /** What the public sees. */
  publication: z.strictObject({
    received: z.boolean(),
    notice: z.boolean(),
    award: z.boolean(),
  }),
  /** Sign-off chains by the command they carry out. */
  chains: z
    .array(
      z.strictObject({
        command: z.string().max(60),
        name: z.string().min(1).max(60),
        steps: z
          .array(z.strictObject({ name: z.string().min(1).max(30), role: z.string().max(40) }))
          .min(1)
          .max(8),
      }),
    )
    .max(40),
});
export type RoundSettings = z.infer<typeof roundSettings>;
