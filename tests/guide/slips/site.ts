import type { Token } from '@fuchi/policy/syntax/token';

/** What a scalar, a key or a whole entry of a guide file is for. */
export type Role =
  /** An expression, or a figure, date or range on its own. */
  | 'expression'
  | 'reading'
  | 'line'
  | 'quota-id'
  /** A name that stands for a fact, table or definition outside an expression. */
  | 'reference'
  /** Where a fact, column, figure, step, definition or calendar gets its name. */
  | 'declared'
  | 'option'
  | 'word'
  | 'clause'
  /** A whole entry or list item, to be left out. */
  | 'entry';

/** A place of a guide file where an author can slip. */
export interface Site {
  readonly file: string;
  readonly source: string;
  /** Keys and list indices from the file's root. */
  readonly path: readonly string[];
  readonly role: Role;
  /** What is written there; '' of an entry. */
  readonly text: string;
  /** Its characters in the file; of an entry, all of it with its key or dash. */
  readonly start: number;
  readonly end: number;
  /** The place in the file of a character of `text`. */
  readonly offset: (at: number) => number;
  /** An expression's tokens, without the end. */
  readonly tokens: readonly Token[];
}

/** The last key of a site's path that is no list index. */
export function keyOf(site: Site): string {
  return site.path.findLast((part) => !/^\d+$/.test(part)) ?? '';
}

export function isQuota(site: Site): boolean {
  return site.file === 'quotas.yaml' || site.path[0] === '数量';
}
