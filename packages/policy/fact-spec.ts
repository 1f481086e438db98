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
  /** Of a list's column or a text: the kind of number in it that may not stand twice, as the guide writes it; '' for none. */
  readonly number: NumberWord | '';
  /** Columns of texts of the same row, by their ids: two numbers are the same only where these are too. None: the number alone tells. */
  readonly numberWith?: readonly string[];
  /** Of a list's column of money whose amounts don't add up to anything: a balance. */
  readonly summed?: false;
  /** Of a list's column of texts: the rows its cells name. Guides published before links were told have none. */
  readonly link?: LinkSpec;
}

/** 对应: rows of a list that a cell names. Columns are told by their ids. */
export interface LinkSpec {
  readonly list: string;
  readonly column: string;
  /** The amounts of all rows that name one row, whatever their sign, are together at most that row's `atMost`. */
  readonly sum?: { readonly amount: string; readonly atMost: string };
  /** The date of a row that names isn't before the named row's. */
  readonly order?: { readonly date: string; readonly notBefore: string };
}
