import type { Site } from './site.ts';

/** One change of a file's text, as an author's slip would leave it. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export const FAMILIES = [
  'name',
  'digit',
  'unit',
  'operator',
  'date',
  'quota',
  'scope',
  'reading',
  'deletion',
  'look-alike',
] as const;
type Family = (typeof FAMILIES)[number];

/** What the operators may look up: the guide as it stands without a slip. */
export interface Surroundings {
  /** Facts of the same type, nearest first: those the line may name, and those of other lines. */
  readonly alike: (
    name: string,
    file: string,
  ) => { own: readonly string[]; others: readonly string[] };
  /** The name that is spelt most like this one and has its type. */
  readonly similar: (name: string) => string | undefined;
  readonly columnsAlike: (column: string) => readonly string[];
  readonly optionsBeside: (option: string) => readonly string[];
  readonly tables: readonly string[];
  readonly readings: readonly string[];
  readonly lines: readonly string[];
  readonly quotas: readonly string[];
  readonly calendars: readonly string[];
  readonly units: readonly string[];
}

/** A way of slipping, written down before it is tried at every place where it applies. */
export interface Operator {
  readonly family: Family;
  readonly id: string;
  readonly edits: (site: Site, around: Surroundings) => readonly Edit[];
}

export interface Mutant {
  readonly operator: Operator;
  readonly file: string;
  readonly edit: Edit;
  /** Keys and list indices of the place, from the file's root. */
  readonly path: readonly string[];
  /** Where the slip stands, counted from 1, and what stood there. */
  readonly line: number;
  readonly was: string;
}

/** The file's text with the slip in it. */
export function slipped(source: string, edit: Edit): string {
  return source.slice(0, edit.start) + edit.text + source.slice(edit.end);
}
