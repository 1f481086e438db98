import type { Num } from '../bounds/domain.ts';

/** What is known once figures are audited at acceptance. */
export interface Acceptance {
  readonly total: Num | undefined;
  readonly paid: Num | undefined;
  readonly failing: readonly string[];
  /** Reading G19 under its other choice: what no longer meets a condition loses the whole subsidy. */
  readonly lost: 'yes' | 'no' | 'open';
}
