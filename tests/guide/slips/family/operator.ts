import type { Token } from '@fuchi/policy/syntax/token';
import type { Edit, Operator } from '../slip.ts';
import { replaced, tokenReplaced, tokensOf } from './edit.ts';

const isWord = (word: string) => (t: Token) => t.kind === 'name' && t.text === word;

function symbol(from: string, to: string): Operator {
  return {
    family: 'operator',
    id: `${from} to ${to}`,
    edits: (site) =>
      tokensOf(site, (t) => t.kind === 'symbol' && t.text === from).map((t) =>
        tokenReplaced(site, t, to),
      ),
  };
}

function word(from: string, to: string): Operator {
  return {
    family: 'operator',
    id: `${from} to ${to}`,
    edits: (site) => tokensOf(site, isWord(from)).map((t) => tokenReplaced(site, t, to)),
  };
}

/** `not(…)` loses its `not`, the brackets stay. */
const notDropped: Operator = {
  family: 'operator',
  id: 'not left out',
  edits: (site) => tokensOf(site, isWord('not')).map((t) => tokenReplaced(site, t, '')),
};

/** A condition that is one name alone gets a `not`. */
const notAdded: Operator = {
  family: 'operator',
  id: 'not added',
  edits: (site): readonly Edit[] =>
    site.path.at(-1) === '须' && site.tokens.length === 1
      ? [replaced(site, 0, site.text.length, `not(${site.text})`)]
      : [],
};

/** `[下限..上限]` loses its lower or upper end's inclusion. */
function rangeEnd(id: string, bracket: '[' | ']', to: string): Operator {
  return {
    family: 'operator',
    id,
    edits: (site) =>
      tokensOf(site, (t, i, all) => {
        if (t.kind !== 'symbol' || t.text !== bracket) return false;
        if (bracket === '[') return all[i - 1]?.text === 'in' && rangeCloses(all, i);
        return all
          .slice(0, i)
          .some((o, at) => all[at - 1]?.text === 'in' && o.text === '[' && closing(all, at) === i);
      }).map((t) => tokenReplaced(site, t, to)),
  };
}

function closing(all: readonly Token[], from: number): number {
  let open = 0;
  for (let i = from; i < all.length; i++) {
    if (all[i]?.text === '[') open++;
    if (all[i]?.text === ']' && --open === 0) return i;
  }
  return -1;
}

function rangeCloses(all: readonly Token[], from: number): boolean {
  return all.slice(from, closing(all, from)).some((t) => t.text === '..');
}

export const OPERATOR: readonly Operator[] = [
  symbol('>=', '>'),
  symbol('>=', '<='),
  symbol('<=', '<'),
  symbol('<=', '>='),
  symbol('>', '>='),
  symbol('>', '<'),
  symbol('<', '<='),
  symbol('<', '>'),
  symbol('=', '!='),
  symbol('!=', '='),
  symbol('+', '-'),
  symbol('-', '+'),
  symbol('*', '/'),
  symbol('/', '*'),
  word('and', 'or'),
  word('or', 'and'),
  word('min', 'max'),
  word('max', 'min'),
  word('sum', 'mean'),
  word('mean', 'sum'),
  word('some', 'every'),
  word('every', 'some'),
  notDropped,
  notAdded,
  rangeEnd('[ of a range to (', '[', '('),
  rangeEnd('] of a range to )', ']', ')'),
];
