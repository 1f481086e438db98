import * as z from 'zod';

/** What goes between a page that shows personal data masked and the server. */
export const personalField = z.enum(['phone', 'email', 'id-number']);

/** Why somebody wants to see a masked value in full: it stands in the trail. */
export const lookBody = z.strictObject({
  field: personalField,
  why: z.string().trim().min(2, '请写明查看的原因').max(200, '原因最长200个字'),
});
export type LookBody = z.infer<typeof lookBody>;

export const lookReply = z.strictObject({ value: z.string() });
