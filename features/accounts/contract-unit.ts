import { ORGANISATION_KINDS, type OrganisationKind } from '@fuchi/workflow/role';
import * as z from 'zod';

/** What goes between the pages of units and the server. Texts in replies are shown as they are. */

const KINDS = Object.keys(ORGANISATION_KINDS) as [OrganisationKind, ...OrganisationKind[]];
/** Kinds that an administrator sets up. Enterprises register themselves; the administrators' own unit is there from the start. */
export const SET_UP_KINDS = ['recommender', 'office', 'finance', 'audit', 'expert-pool'] as const;

export const LEVELS = { city: '设区市', county: '县（市）', province: '省级' } as const;
export const DEPARTMENTS = ['工信', '财政'] as const;
const LEVEL_IDS = Object.keys(LEVELS) as [keyof typeof LEVELS, ...(keyof typeof LEVELS)[]];

export const id = z.string().regex(/^[1-9]\d{0,17}$/, '编号有误');
/** Why something is done to somebody: it stands in the trail. */
export const why = z.string().trim().min(2, '请写明原因').max(200, '原因最长200个字');
const name = z.string().trim().min(2, '请输入单位名称').max(200, '单位名称最长200个字');

export const unitQuery = z.strictObject({
  kind: z.enum(KINDS).optional(),
  /** Part of a name, a former name, a place or a credit code. */
  q: z.string().trim().max(60, '最长60个字').optional(),
  status: z.enum(['active', 'closed']).default('active'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export const unitFileQuery = z.strictObject({
  ...unitQuery.omit({ page: true }).shape,
  as: z.enum(['xlsx', 'csv']),
});

export const unitRow = z.strictObject({
  id: z.string(),
  kind: z.enum(KINDS),
  kindName: z.string(),
  name: z.string(),
  formerNames: z.array(z.string()),
  creditCode: z.string().nullable(),
  level: z.enum(LEVEL_IDS).nullable(),
  department: z.string().nullable(),
  territory: z.string().nullable(),
  territoryName: z.string().nullable(),
  /** The city's unit it recommends through. */
  through: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  status: z.enum(['active', 'closed']),
  /** What it was merged into. */
  mergedInto: z.string().nullable(),
  /** How many people have a duty there. */
  people: z.int(),
});
export type UnitRow = z.infer<typeof unitRow>;

export const unitList = z.strictObject({
  units: z.array(unitRow),
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
  /** How many there are of each kind that match. */
  kinds: z.array(z.strictObject({ kind: z.enum(KINDS), name: z.string(), count: z.int() })),
  /** Whether identities of a single sign-on are linked here. */
  signOn: z.boolean(),
});
export type UnitList = z.infer<typeof unitList>;

export const recommenderPlace = z.strictObject({
  level: z.enum(LEVEL_IDS, '请选择层级'),
  department: z.enum(DEPARTMENTS, '请选择部门'),
  /** As people write it: 昆山、苏州市昆山市、320583. Of a province's unit left empty. */
  territory: z.string().trim().max(60, '地区最长60个字'),
  /** The city's unit it goes through; null for the only one there is. */
  through: id.nullable(),
});
export type RecommenderPlace = z.infer<typeof recommenderPlace>;

export const newUnitBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('recommender'), name, place: recommenderPlace }),
  z.strictObject({ kind: z.enum(['office', 'finance', 'audit', 'expert-pool']), name }),
]);
export type NewUnitBody = z.infer<typeof newUnitBody>;

export const amendUnitBody = z.strictObject({ name, place: recommenderPlace.nullable() });
export const closeUnitBody = z.strictObject({ why });
export const unitMade = z.strictObject({ id: z.string() });

/** City units a county's unit may go through. */
export const throughList = z.array(z.strictObject({ id: z.string(), name: z.string() }));

/** Counties and cities are some sixty, of two departments each; a slip pastes more. */
export const MOST_IMPORTED = 500;
export const MOST_CELLS = 12;
export const importBody = z.strictObject({
  /** Rows of a sheet as texts, from its first row; empty rows too, so that they keep their numbers. */
  rows: z
    .array(z.array(z.string().max(300, '一格最长300个字')).max(MOST_CELLS, '最多12列'))
    .min(1, '没有内容')
    .max(MOST_IMPORTED, `一次最多${MOST_IMPORTED}行`),
  /** false: only look what would be done. */
  carryOut: z.boolean(),
});
export type ImportBody = z.infer<typeof importBody>;

export const sheetRows = z.strictObject({ rows: z.array(z.array(z.string())) });

export const importView = z.strictObject({
  rows: z.array(
    z.strictObject({
      /** As the sheet counts it, from 1. */
      row: z.int(),
      name: z.string(),
      level: z.string(),
      department: z.string(),
      territory: z.string(),
      through: z.string(),
      /** new: would be set up; made: was; there: stood there already; faulty: nothing was done with it. */
      outcome: z.enum(['new', 'made', 'there', 'faulty']),
      faults: z.array(z.string()),
    }),
  ),
  made: z.int(),
});
export type ImportView = z.infer<typeof importView>;
