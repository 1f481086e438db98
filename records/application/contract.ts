import * as z from 'zod';

/** What goes between the pages of an application and the server, as far as several features know it. */

/** A figure as a third party confirmed it in an annex; `paper` is the printed annex's digest, '' where it isn't known. */
export const confirmedFigure = z.strictObject({
  confirmed: z.string(),
  by: z.string(),
  annex: z.string(),
  /** When it was read, by the portal's clock. */
  day: z.string(),
  paper: z.string(),
});
export type ConfirmedFigure = z.infer<typeof confirmedFigure>;

/** What a field of a draft holds; null where it was taken away. */
export const fieldValue = z.union([
  z.string().max(4000, '最长4000个字'),
  z.array(z.string().max(200)).max(100),
  z.strictObject({ none: z.literal(true) }),
  /** A row is there; rows stand in this order. */
  z.strictObject({ order: z.int().min(0).max(1_000_000) }),
  /** Whether a list has all its rows. */
  z.strictObject({ complete: z.boolean() }),
  confirmedFigure,
  z.null(),
]);
export type FieldValue = z.infer<typeof fieldValue>;

/** Steps with `/` between: `fact/项目总投入`, `fact/贷款/k3f9/本金`. Which there are, contract-path.ts says. */
export const fieldPath = z
  .string()
  .min(1)
  .max(300)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u, '字段名有误');

export const fieldSave = z.strictObject({
  path: fieldPath,
  value: fieldValue,
  /** The revision of the field that was before the writer's eyes; 0 where it was empty. */
  base: z.int().min(0),
});
export type FieldSave = z.infer<typeof fieldSave>;

export const MOST_SAVES = 2000;

export const saveBody = z.strictObject({
  saves: z.array(fieldSave).min(1).max(MOST_SAVES, `一次最多保存${MOST_SAVES}个字段`),
});

/** A field as it is kept. */
export const keptField = z.strictObject({
  path: z.string(),
  value: fieldValue,
  revision: z.int(),
  /** Name of who changed it last, and when. */
  by: z.string(),
  at: z.string(),
});
export type KeptField = z.infer<typeof keptField>;

export const saveReply = z.strictObject({
  /** Of the whole draft, after this save. */
  revision: z.int(),
  /** When it was saved, by the server's clock. */
  at: z.string(),
  saved: z.array(z.strictObject({ path: z.string(), revision: z.int() })),
  /** Fields somebody else changed meanwhile: they stay as kept until the writer decides. */
  conflicts: z.array(keptField),
});
export type SaveReply = z.infer<typeof saveReply>;
