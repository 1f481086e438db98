import * as z from 'zod';

/** A page of a print: 申报书第3页 is `{ kind: 'application', page: 3 }`. */
const printPage = { kind: z.string(), page: z.int().min(1) };
/** Whoever looked at a page and said what it is. */
const person = { account: z.string(), by: z.string(), at: z.string() };

/**
 * What a page of a sealed scan is. `code`: by the code printed on it; `person`: somebody said so, since the code could
 * not be read; `blank`: somebody said it belongs to no print, as the back of a sheet does; `unread`: nobody said yet.
 */
export const scanPage = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('code'), ...printPage }),
  z.strictObject({ how: z.literal('person'), ...printPage, ...person }),
  z.strictObject({ how: z.literal('blank'), ...person }),
  z.strictObject({ how: z.literal('unread') }),
]);
export type ScanPage = z.infer<typeof scanPage>;
export const scanPages = z.array(scanPage);
