import * as z from 'zod';

/** Who may recommend in the round, as the page offers them: one's own place first. */
export const recommenderList = z.array(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    place: z.string(),
    /** Of the applicant's own county or city. */
    near: z.boolean(),
  }),
);
export type RecommenderList = z.infer<typeof recommenderList>;
