import type { CompareOp } from './syntax/syntax-tree.ts';
import type { ValueType } from './value-type.ts';

/**
 * An expression whose names, types and units hold. Plain data without JavaScript: pages load it as JSON,
 * and another back end can be written from it. Every literal knows the clause it belongs to.
 */
export type Checked =
  | LiteralNode
  /** True under the point's default reading; folded away before anything is evaluated. */
  | { readonly kind: 'reading'; readonly type: ValueType; readonly id: string }
  | { readonly kind: 'fact'; readonly type: ValueType; readonly fact: string }
  | { readonly kind: 'step'; readonly type: ValueType; readonly step: string }
  | {
      readonly kind: 'column';
      readonly type: ValueType;
      /** 0 is the outermost row in scope. */
      readonly frame: number;
      readonly table: string;
      readonly column: string;
    }
  /** With `reading` the comparison is strict under that point's other reading: `>=[G1]`. */
  | {
      readonly kind: 'compare';
      readonly type: ValueType;
      readonly op: CompareOp;
      readonly left: Checked;
      readonly right: Checked;
      readonly reading?: string;
    }
  | {
      readonly kind: 'within';
      readonly type: ValueType;
      readonly of: Checked;
      readonly tests: readonly Test[];
    }
  | {
      readonly kind: 'has';
      readonly type: ValueType;
      readonly of: Checked;
      readonly option: string;
    }
  | { readonly kind: 'and' | 'or'; readonly type: ValueType; readonly items: readonly Checked[] }
  | { readonly kind: 'not'; readonly type: ValueType; readonly of: Checked }
  | {
      readonly kind: 'arithmetic';
      readonly type: ValueType;
      readonly op: '+' | '-' | '*' | '/';
      readonly left: Checked;
      readonly right: Checked;
    }
  /** A date moved by months (clipped to the month's last day) or days. */
  | {
      readonly kind: 'move';
      readonly type: ValueType;
      readonly date: Checked;
      readonly by: Checked;
      readonly back: boolean;
    }
  | { readonly kind: 'negate'; readonly type: ValueType; readonly of: Checked }
  | {
      readonly kind: 'if';
      readonly type: ValueType;
      readonly when: Checked;
      readonly whenTrue: Checked;
      readonly otherwise: Checked;
    }
  | {
      readonly kind: 'least' | 'greatest';
      readonly type: ValueType;
      readonly items: readonly Checked[];
    }
  | {
      readonly kind: 'round';
      readonly type: ValueType;
      readonly mode: RoundMode;
      readonly of: Checked;
      readonly quantum: string;
    }
  | {
      readonly kind: 'between-dates';
      readonly type: ValueType;
      readonly unit: 'days' | 'months' | 'years';
      readonly from: Checked;
      readonly to: Checked;
    }
  | { readonly kind: 'end-of-month'; readonly type: ValueType; readonly of: Checked }
  | {
      readonly kind: 'lookup';
      readonly type: ValueType;
      readonly table: string;
      readonly column: string;
      readonly at: Checked;
    }
  | {
      readonly kind: 'attribute';
      readonly type: ValueType;
      readonly of: Checked;
      readonly name: RegionAttribute;
    }
  | {
      readonly kind: 'filter';
      readonly type: ValueType;
      readonly list: Checked;
      readonly keep: Checked;
    }
  | { readonly kind: 'qualified'; readonly type: ValueType; readonly list: Checked }
  | {
      readonly kind: 'project';
      readonly type: ValueType;
      readonly list: Checked;
      readonly body: Checked;
    }
  | {
      readonly kind: 'aggregate';
      readonly type: ValueType;
      readonly op: Aggregate;
      readonly list: Checked;
    }
  | {
      readonly kind: 'some' | 'every';
      readonly type: ValueType;
      readonly list: Checked;
      readonly body: Checked;
    };

export interface LiteralNode {
  readonly kind: 'literal';
  readonly type: ValueType;
  /** A number as fraction "n/d" in the base unit, a text as it is, 'true' or 'false', '' for none. */
  readonly value: string;
  readonly clause: string;
  /** How the author wrote it: 3000万元. */
  readonly written: string;
  /** The calendar or figure it is named by. */
  readonly name?: string;
}

export type Test =
  | { readonly kind: 'value'; readonly value: Checked }
  | {
      readonly kind: 'range';
      readonly from: Checked;
      readonly to: Checked;
      readonly fromOpen: boolean;
      readonly toOpen: boolean;
    };

export type Aggregate = 'sum' | 'count' | 'distinct' | 'mean' | 'min' | 'max';
export type RoundMode = 'half-up' | 'half-even' | 'up' | 'down';
export const REGION_ATTRIBUTES = ['省', '设区市', '县级', '片区'] as const;
export type RegionAttribute = (typeof REGION_ATTRIBUTES)[number];
