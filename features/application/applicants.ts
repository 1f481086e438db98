import type { Role } from '@fuchi/workflow/role';

/** Who works on an enterprise's applications. */
export const APPLICANTS: readonly Role[] = ['applicant-admin', 'filler', 'submitter'];
