import * as z from 'zod';

/** A page of a print: 申报书第3页 is `{ kind: 'application', page: 3 }`. */
const printPage = { kind: z.string(), page: z.int().min(1) };
/**
 * What a page of a sealed scan is. `code`: by the code printed on it; `person`: somebody looked and said so, since the
 * code could not be read; `signed`: the print itself, signed electronically; `empty`: nothing stands on it, as on the back of a sheet; `unread`: nobody said yet.
 */
export const scanPage = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('code'), ...printPage }),
  z.strictObject({
    how: z.literal('person'),
    ...printPage,
    account: z.string(),
    by: z.string(),
    at: z.string(),
  }),
  z.strictObject({ how: z.literal('signed'), ...printPage }),
  z.strictObject({ how: z.literal('empty') }),
  z.strictObject({ how: z.literal('unread') }),
]);
export type ScanPage = z.infer<typeof scanPage>;
export const scanPages = z.array(scanPage);

/** Who signed a print electronically, by which certificate, and when as the signature says. */
export const printSigner = z.strictObject({
  /** The certificate's own name. */
  subject: z.string(),
  /** Of the certificate, hexadecimal. */
  serial: z.string(),
  issuer: z.string(),
  signedAt: z.string(),
});
export type PrintSigner = z.infer<typeof printSigner>;
/** Null for a scan of paper. */
export const printSigners = z.array(printSigner).nullable();
