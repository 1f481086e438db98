import * as z from 'zod';

export const submitBody = z.strictObject({
  /** Made by the page once for one submission: sent again, it finds the same receipt. */
  key: z.string().regex(/^[\w-]{8,100}$/, '提交的标识有误'),
});

/** 回执: what was received, and when by the server's clock. */
export const receiptContent = z.strictObject({
  number: z.string(),
  application: z.string(),
  version: z.int(),
  /** Digest of the version that was received: what is printed on each page begins with it. */
  contentDigest: z.string(),
  guide: z.string(),
  round: z.string(),
  line: z.string(),
  lineTitle: z.string(),
  title: z.string(),
  organisation: z.string(),
  creditCode: z.string().nullable(),
  recommender: z.string(),
  receivedAt: z.string(),
  submittedBy: z.string(),
});
export type ReceiptContent = z.infer<typeof receiptContent>;

export const receiptView = receiptContent.extend({ digest: z.string() });
export type ReceiptView = z.infer<typeof receiptView>;
export const receiptList = z.array(receiptView);
