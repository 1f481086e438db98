import type { Text } from '@fuchi/guide/place';
import type { Measure } from '../measure.ts';
import type { Sense } from '../sense.ts';

/** A number, date or period that the guide's data states in one place. */
export interface DataFigure {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly written: string;
  readonly measure: Measure;
  /** Name of the figure or calendar; '' for a number inside an expression. */
  readonly name: string;
  /** The clauses it may speak for, as clause paths. */
  readonly clauses: ReadonlySet<string>;
  /** Lines whose data it is; empty for one of the whole guide. */
  readonly owners: ReadonlySet<string>;
  readonly uses: readonly FigureUse[];
  /** Where its text stands, so that a test can take it out. Absent for what is counted, not written. */
  readonly source:
    | { readonly text: Text; readonly start: number; readonly end: number }
    | undefined;
  /** Why no text states it: the counting of days, a test that a row is there. '' for what a text must state. */
  readonly mechanics: string;
}

/** One place where a figure binds. */
export interface FigureUse {
  readonly clause: string;
  readonly line: string;
  readonly sense: Sense;
  /** The reading under whose other choice only it binds; '' for the default. */
  readonly otherwise: string;
  /** What it is compared with or belongs to, in the words of the data. */
  readonly about: string;
}
