import type { Place } from '@fuchi/guide/place';
import type { PrintedPart } from './printed-part.ts';

/** Where an annex of the guide's text and the data of it aren't the same, word for word. */
export type AnnexFinding = { readonly annex: string } & (
  | {
      readonly code: 'annex-unsaid';
      /** What is printed and the data hasn't, and the part behind which it stands; '' at the start. */
      readonly text: string;
      readonly after: string;
      readonly printedAt: TextPlace;
    }
  /** A part of the data that the text doesn't print. */
  | { readonly code: 'annex-unprinted'; readonly part: PrintedPart }
  /** A part that the text prints in other words, or with other spaces. */
  | {
      readonly code: 'annex-differs';
      readonly part: PrintedPart;
      readonly text: string;
      readonly printedAt: TextPlace;
    }
  /** The text has the annex, the data hasn't. */
  | { readonly code: 'annex-without-data'; readonly printedAt: TextPlace }
  /** The data has the annex, the text hasn't. */
  | { readonly code: 'annex-without-text'; readonly saidAt: Place }
);

interface TextPlace {
  readonly line: number;
  readonly column: number;
}
