import * as z from 'zod';

/** Papers between the page and the server. */

/** Every application has one, whether its line lists it or not; it is bound before the other papers. */
export const REPORT_PAPER = '资金申请报告';

const id = z.string().regex(/^[1-9]\d{0,17}$/, '编号有误');

export const paperView = z.strictObject({
  id: z.string(),
  paper: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.number(),
  pages: z.number().nullable(),
  addedAt: z.string(),
  addedBy: z.string(),
});
export type PaperView = z.infer<typeof paperView>;
export const paperList = z.array(paperView);

export const addPaperBody = z.strictObject({
  upload: id,
  paper: z
    .string()
    .trim()
    .min(1, '请写明是什么材料')
    .max(200, '材料名称最长200个字')
    .regex(/^[^\p{Cc}\p{Cs}]+$/u, '材料名称有误'),
});
export const fileQuery = z.strictObject({ as: z.enum(['inline', 'file']).optional() });
