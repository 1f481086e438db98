import type { NumberWord } from '@fuchi/guide/fact';
import type { Checked } from './checked-tree.ts';
import type { ValueType } from './value-type.ts';

export interface FactSpec {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  readonly type: ValueType;
  readonly unit: string;
  /** Least and greatest value as fraction in the base unit, '' for none. */
  readonly least: string;
  readonly most: string;
  readonly integer: boolean;
  readonly options: readonly string[];
  readonly columns: readonly FactSpec[];
  readonly derivations: readonly { readonly node: Checked; readonly written: string }[];
  readonly decidedBy: string;
  readonly supplied: '' | '批次' | '申报日期';
  readonly definition: string;
  readonly says: string;
  readonly question: string;
  readonly certifier: string;
  readonly evidence: readonly string[];
  readonly statedBy: string;
  /** Of a list's column: the kind of number in it that may not stand twice, as the guide writes it; '' for none. */
  readonly number: NumberWord | '';
}
