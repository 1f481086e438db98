import type { Role } from '@fuchi/workflow/role';

/** Who may set the demonstration's clock on. */
export const CLOCK_SETTERS = ['planning', 'system-admin'] as const satisfies readonly Role[];
