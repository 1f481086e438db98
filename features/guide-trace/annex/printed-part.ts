import type { Place } from '@fuchi/guide/place';

/** A piece of an annex that is printed in one stretch: a title line, a heading, a label. */
export interface PrintedPart {
  /** What it is, in the guide files' own words. */
  readonly what: string;
  readonly text: string;
  /** Where the data says it. */
  readonly at: Place;
}

/** An annex as the data says it: its parts in the order in which they are printed. */
export interface PrintedAnnex {
  /** 1-8 */
  readonly number: string;
  readonly at: Place;
  /** Each way it can be printed: with its head repeated on a new page, and without. */
  readonly ways: readonly (readonly PrintedPart[])[];
  /** A line that is printed again at the top of each page; '' for none. */
  readonly pageHead: string;
}
