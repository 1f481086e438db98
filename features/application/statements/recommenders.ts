import type { Role } from '@fuchi/workflow/role';

/** Who states what only the recommender can. */
export const RECOMMENDERS: readonly Role[] = ['recommender-handler', 'recommender-lead'];
