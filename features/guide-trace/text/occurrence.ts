import type { Measure } from '../measure.ts';
import type { Sense } from '../sense.ts';

/** What a number of the text is. The kinds up to 'bare' state something the data has to carry. */
export type OccurrenceKind =
  | 'money'
  | 'ratio'
  | 'date'
  | 'period'
  | 'year'
  | 'relative-year'
  | 'duration'
  | 'count'
  | 'rank'
  | 'parts'
  | 'bare'
  /** 一、（一）1.（1）①: the guide's own numbers. */
  | 'heading'
  | 'page'
  | 'link'
  /** 附件1-24: points to another place. */
  | 'reference'
  /** 5G, “531产业链”, 第三届…: part of a name. */
  | 'name'
  /** 一批, 一定: a word, no number. */
  | 'word';

export const STATED: readonly OccurrenceKind[] = [
  'money',
  'ratio',
  'date',
  'period',
  'year',
  'relative-year',
  'duration',
  'count',
  'rank',
  'parts',
  'bare',
];

/** A number, date, percentage or period of the guide's text. */
export interface Occurrence {
  readonly kind: OccurrenceKind;
  readonly clause: string;
  readonly annex: boolean;
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly measure: Measure | undefined;
  readonly sense: Sense;
  /** The sentence part it stands in, up to the number and behind it. */
  readonly before: string;
  readonly after: string;
  /** Offset in its clause's text. */
  readonly start: number;
}
