import * as z from 'zod';

/** Firms that may audit, as the year's register has them. */
export const auditFirms = z.strictObject({
  /** Which list, as of when, which version; null before one is imported. */
  source: z.string().nullable(),
  firms: z.array(z.strictObject({ name: z.string(), class: z.string() })),
});
export type AuditFirms = z.infer<typeof auditFirms>;
