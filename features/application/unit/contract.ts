import * as z from 'zod';

/** What is known of the unit already, each answer with where it comes from. */
export const knownUnit = z.array(
  z.strictObject({
    /** As the page asks it: 法定代表人. */
    name: z.string(),
    value: z.string(),
    source: z.string(),
  }),
);
export type KnownUnit = z.infer<typeof knownUnit>;
