import type { Role } from '@fuchi/workflow/role';
import * as z from 'zod';

/** What goes between the pages and the server about what is signed. */

/** Roles that may hold a step of a chain. */
export const CHAIN_ROLES = [
  'planning',
  'line-officer',
  'office-head',
  'leader',
  'finance-officer',
  'finance-head',
] as const satisfies readonly Role[];
export type ChainRole = (typeof CHAIN_ROLES)[number];

export const MOST_STEPS = 8;

export const chainStep = z.strictObject({
  /** As the sheet prints it: 归口处室负责人. */
  name: z.string().trim().min(1, '请写步骤的名称').max(30, '步骤的名称最长30个字'),
  role: z.enum(CHAIN_ROLES),
});

export const chainSteps = z
  .array(chainStep)
  .min(1, '至少一步')
  .max(MOST_STEPS, `最多${MOST_STEPS}步`);

/** One thing that is signed, in words: everybody reads the same. */
export const sheetRow = z.strictObject({
  section: z.string().max(60),
  label: z.string().max(200),
  /** null: no longer there. */
  value: z.string().max(2000).nullable(),
  /** As it was before; null where it is new, left out where nothing is compared. */
  before: z.string().max(2000).nullable().exactOptional(),
});
export type SheetRow = z.infer<typeof sheetRow>;

export const signOffContent = z.strictObject({
  /** 发布申报批次：2022年度…… */
  title: z.string().min(1).max(300),
  /** Why, as whoever began it says. */
  reason: z.string().max(2000),
  /** What the rows are compared with; '' where they stand by themselves. */
  comparedWith: z.string().max(100),
  rows: z.array(sheetRow).max(5000),
  /** What the last step carries out: only who carries it out reads it. */
  payload: z.record(z.string(), z.json()),
});
export type SignOffContent = z.infer<typeof signOffContent>;

export const OPINION_LENGTH = 2000;
