import * as z from 'zod';
import { id } from './contract-unit.ts';

/** 企业更名、并入: what goes between the pages and the server. Texts in replies are shown as they are. */

const reason = z.string().trim().min(2, '请写明理由').max(500, '理由最长500个字');

export const askChangeBody = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('rename'),
    newName: z.string().trim().min(2, '请输入新名称').max(200, '单位名称最长200个字'),
    reason,
    /** The upload of the new licence. */
    proof: id,
  }),
  z.strictObject({
    kind: z.literal('merge'),
    /** Credit code of the enterprise it goes into. */
    intoCode: z.string().trim().min(1, '请输入统一社会信用代码').max(40, '代码过长'),
    /** Whether who works on applications goes along. */
    people: z.enum(['move', 'end'], '请选择人员怎么办'),
    reason,
    proof: id,
  }),
]);
export type AskChangeBody = z.infer<typeof askChangeBody>;

export const changeDecisionBody = z.strictObject({
  command: z.enum(['agree', 'decline', 'approve', 'refuse', 'withdraw']),
  said: z.string().trim().max(500, '最长500个字'),
});
export type ChangeDecisionBody = z.infer<typeof changeDecisionBody>;

export const changeView = z.strictObject({
  id: z.string(),
  kind: z.enum(['rename', 'merge']),
  kindName: z.string(),
  state: z.string(),
  stateName: z.string(),
  unit: z.strictObject({ name: z.string(), creditCode: z.string().nullable() }),
  newName: z.string().nullable(),
  into: z.strictObject({ name: z.string(), creditCode: z.string().nullable() }).nullable(),
  /** What becomes of the people, as a sentence. */
  people: z.string().nullable(),
  reason: z.string(),
  recommender: z.string(),
  askedBy: z.string(),
  askedAt: z.string(),
  decidedAt: z.string().nullable(),
  opinion: z.string().nullable(),
  proof: z.strictObject({ name: z.string(), size: z.int() }),
  /** What whoever looks may do now. */
  buttons: z.array(
    z.strictObject({
      command: changeDecisionBody.shape.command,
      name: z.string(),
      asks: z.boolean(),
      /** Why it can't be done now; null where it can. */
      held: z.string().nullable(),
    }),
  ),
});
export type ChangeView = z.infer<typeof changeView>;

export const ownChanges = z.strictObject({
  changes: z.array(changeView),
  /** Who decides; null where the unit's place has no recommender. */
  recommender: z.string().nullable(),
  /** One waits already. */
  waiting: z.boolean(),
});
export type OwnChanges = z.infer<typeof ownChanges>;

export const changeQuery = z.strictObject({
  state: z.enum(['waiting', 'decided']).default('waiting'),
});
export const changeList = z.strictObject({ changes: z.array(changeView), more: z.boolean() });
export type ChangeList = z.infer<typeof changeList>;

export const proofQuery = z.strictObject({ as: z.enum(['inline', 'file']).default('inline') });
