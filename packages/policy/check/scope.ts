import type { Checked } from '../checked-tree.ts';
import type { ValueType } from '../value-type.ts';

/** What a name stands for. */
export type Meaning =
  | { readonly kind: 'fact'; readonly type: ValueType }
  | { readonly kind: 'step'; readonly type: ValueType }
  /** A figure, date or period with a name: its literal takes the name's place. */
  | { readonly kind: 'named'; readonly node: Checked };

/** Columns of a 明细: name → type. Nested rows are a column of kind rows. */
export interface RowShape {
  readonly table: string;
  readonly unit: string;
  readonly columns: ReadonlyMap<string, ValueType>;
}

/** Everything an expression may name. */
export interface Scope {
  readonly names: ReadonlyMap<string, Meaning>;
  readonly tables: ReadonlyMap<string, RowShape>;
  /** Dated reference tables: name → columns. */
  readonly references: ReadonlyMap<string, readonly string[]>;
  readonly readings: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
}

/** A row in scope: filters and line conditions name its columns bare, the others through `item`. */
export interface Frame {
  readonly item: string | undefined;
  readonly shape: RowShape;
}
