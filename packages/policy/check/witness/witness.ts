import type { Text } from '@fuchi/guide/place';
import type { Checked } from '../../checked-tree.ts';

/** An expression and the sentence beside it, which says the same to people. */
export interface Witnessed {
  readonly at: Text['at'];
  /** The expression as written, so that a fault points at the figure in it. */
  readonly text?: Text | undefined;
  /** The trees that carry what the sentence says. */
  readonly trees: readonly Checked[];
  readonly says: string;
  /** Whether the sentence gives every figure of the expression, or only some. */
  readonly whole: boolean;
  /** Labels and explanations of the facts in it, whose figures the sentence may repeat. */
  readonly beside: string;
  /** The condition applies to nobody under the default readings: its sentence speaks of more than it. */
  readonly idle: boolean;
  /** Trees of the same clause whose figures the sentence may give as well. */
  readonly more: readonly Checked[];
}

export const NO_READINGS: ReadonlySet<string> = new Set();
