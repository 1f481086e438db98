import * as z from 'zod';

/** What kind of portal this is, and what time it is there. Pages read it in platform/browser/portal-state.ts. */
export const portalView = z.strictObject({
  mode: z.enum(['demonstration', 'production']),
  /** The program's clock, which the demonstration sets. */
  now: z.iso.datetime(),
});
export type PortalView = z.infer<typeof portalView>;
