import * as z from 'zod';

export const printList = z.array(
  z.strictObject({ kind: z.string(), title: z.string(), pages: z.int() }),
);
export type PrintList = z.infer<typeof printList>;

export const finalised = z.strictObject({
  version: z.int(),
  digest: z.string(),
  prints: printList,
});
export type FinalisedView = z.infer<typeof finalised>;
