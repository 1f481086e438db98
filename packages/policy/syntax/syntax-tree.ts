/** An expression as written, before names and types are known. `start`/`end` are characters of its text. */
export type Syntax =
  | {
      readonly kind: 'number';
      readonly text: string;
      readonly unit: string;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'date'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'text'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'bool'; readonly value: boolean; readonly start: number; readonly end: number }
  | { readonly kind: 'none'; readonly start: number; readonly end: number }
  | { readonly kind: 'name'; readonly name: string; readonly start: number; readonly end: number }
  | {
      readonly kind: 'path';
      readonly of: Syntax;
      readonly name: string;
      readonly nameStart: number;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'filter';
      readonly list: Syntax;
      readonly keep: Syntax;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly Syntax[];
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'reading'; readonly id: string; readonly start: number; readonly end: number }
  | {
      readonly kind: 'compare';
      readonly op: CompareOp;
      readonly reading: string;
      readonly left: Syntax;
      readonly right: Syntax;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'in';
      readonly of: Syntax;
      readonly tests: readonly Syntax[];
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'range';
      readonly from: Syntax;
      readonly to: Syntax;
      readonly fromOpen: boolean;
      readonly toOpen: boolean;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'and' | 'or';
      readonly items: readonly Syntax[];
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'arithmetic';
      readonly op: '+' | '-' | '*' | '/';
      readonly left: Syntax;
      readonly right: Syntax;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'negate'; readonly of: Syntax; readonly start: number; readonly end: number }
  | {
      readonly kind: 'if';
      readonly when: Syntax;
      readonly whenTrue: Syntax;
      readonly otherwise: Syntax;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'some' | 'every' | 'for';
      readonly item: string;
      readonly list: Syntax;
      readonly body: Syntax;
      readonly start: number;
      readonly end: number;
    };

export type CompareOp = '=' | '!=' | '<' | '<=' | '>' | '>=';
