import { OPINION_LENGTH, sheetRow } from '@fuchi/record-sign-off/contract';
import * as z from 'zod';

/** What goes between the pages on which people sign and the server. */

const id = z.string();
const moment = z.iso.datetime();
const state = z.enum(['waiting', 'agreed', 'declined', 'withdrawn']);

export const signOffRow = z.strictObject({
  id,
  title: z.string(),
  state,
  /** Whose affair it is, who began it and when. */
  organisation: z.string(),
  begunBy: z.string(),
  begunAt: moment,
  /** The step that is next; '' where it waits no longer. */
  next: z.string(),
  /** Whether it waits for whoever asks. */
  mine: z.boolean(),
});
export type SignOffRow = z.infer<typeof signOffRow>;
export const signOffList = z.strictObject({
  waiting: z.array(signOffRow),
  /** Everything else one has a part in, the newest first. */
  others: z.array(signOffRow),
});

export const chainStepView = z.strictObject({
  name: z.string(),
  roleName: z.string(),
  /** null until it is signed. */
  signature: z
    .strictObject({
      agreed: z.boolean(),
      opinion: z.string(),
      name: z.string(),
      /** Whose step it was, where somebody stood in. */
      standsInFor: z.string().nullable(),
      organisation: z.string(),
      date: z.iso.date(),
    })
    .nullable(),
});

export const signOffView = signOffRow.extend({
  reason: z.string(),
  comparedWith: z.string(),
  rows: z.array(sheetRow),
  digest: z.string(),
  steps: z.array(chainStepView),
  endedAt: moment.nullable(),
  /** Whether whoever asks may take it back. */
  mayWithdraw: z.boolean(),
});
export type SignOffView = z.infer<typeof signOffView>;

const said = (what: string) =>
  z.string().trim().min(1, `请写${what}`).max(OPINION_LENGTH, `${what}最长${OPINION_LENGTH}个字`);
export const signBody = z.strictObject({
  agreed: z.boolean(),
  opinion: said('意见'),
  /** Of the content that was before one's eyes. */
  digest: z.string().regex(/^[0-9a-f]{64}$/, '摘要有误'),
});
export const withdrawBody = z.strictObject({ said: said('理由') });
