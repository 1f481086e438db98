import * as z from 'zod';

/** What the whole check found, as the page shows it. */
export const checkView = z.strictObject({
  /** The server's clock at the check. */
  now: z.string(),
  /** Of the draft that was looked at. */
  revision: z.int(),
  findings: z.array(
    z.strictObject({
      code: z.string(),
      part: z.string(),
      path: z.string().nullable(),
      says: z.string(),
      clause: z.string().nullable(),
      blocks: z.boolean(),
    }),
  ),
});
export type CheckView = z.infer<typeof checkView>;
