import type { ColumnRole, RegisterSubject } from '@fuchi/guide/register';
import type { Checked } from '../checked-tree.ts';
import type { FactSpec } from '../fact-spec.ts';

/** A list that others keep, its columns read and its expressions checked. Plain data, survives JSON. */
export interface CheckedRegister {
  readonly id: string;
  readonly title: string;
  readonly keeper: string;
  readonly says: string;
  readonly yearly: boolean;
  readonly subject: RegisterSubject;
  readonly once: boolean;
  /** Days a version answers after its as-of date; null: until another one comes. */
  readonly validDays: number | null;
  readonly columns: readonly CheckedColumn[];
  readonly numbers: CheckedNumbers | null;
  readonly settles: readonly CheckedSettlement[];
}

export interface CheckedColumn {
  readonly spec: FactSpec;
  readonly role: ColumnRole;
  readonly required: boolean;
  readonly emptyIsNone: boolean;
  readonly aliases: readonly string[];
}

/** The columns of a row that holds a number which may not be used twice. */
export interface CheckedNumbers {
  readonly kind: string;
  readonly code: string;
  readonly number: string;
}

export interface CheckedSettlement {
  readonly fact: string;
  /** The year of the list it looks at; '' for a list that isn't yearly. */
  readonly year: string;
  readonly by: SettledBy;
  readonly papers: readonly string[];
}

/** An expression that gives the fact, or the only value a column has among rows. */
export type SettledBy =
  | { readonly kind: 'value'; readonly node: Checked }
  | { readonly kind: 'column'; readonly column: string; readonly among: Checked };

/** The rows about a unit, and the day on which it is asked, as expressions name them. */
export const LISTED = '在册';
export const ASKED_ON = '查询日期';
/** The year of the guide, where a settlement names the year of a list. */
export const GUIDE_YEAR = '指南年度';
