import * as z from 'zod';

/** What is said with a command: why it is withdrawn, given up or returned. */
export const reasonBody = z.strictObject({
  reason: z.string().trim().min(1, '请写明理由').max(500, '理由最长500个字'),
});
/** How an application stands after a command. */
export const moved = z.strictObject({ state: z.string(), stateName: z.string() });
export type Moved = z.infer<typeof moved>;
