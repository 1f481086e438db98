import * as z from 'zod';

/** What kind of portal this is, and what time it is there. Pages read it in platform/browser/portal-state.ts. */
export const portalView = z.strictObject({
  mode: z.enum(['demonstration', 'production']),
  /** The program's clock, which the demonstration sets. */
  now: z.iso.datetime(),
});
export type PortalView = z.infer<typeof portalView>;

/** Where the demonstration's clock is set on to. */
export const clockBody = z.strictObject({
  to: z.iso.datetime({ offset: true, error: '请填写要拨到的日期和时间' }),
});
export type ClockBody = z.infer<typeof clockBody>;
