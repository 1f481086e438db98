import type { Checked } from '../checked-tree.ts';
import { walk } from '../walk.ts';
import { type Domain, pointOf, type Rows } from './domain.ts';

/** Fewer rows are looked at one by one. */
const FEW = 8;

/** `列 = 值`, the value one and the same for all rows of the filter. */
interface Matching {
  readonly column: string;
  readonly frame: number;
  readonly value: Checked;
}

const matchings = new WeakMap<Checked, { readonly found: Matching | undefined }>();

/** What a filter's rows are matched by: 年度经营[年度 = 年.年度]; undefined for any other filter. */
export function matchingOf(node: Checked & { kind: 'filter' }): Matching | undefined {
  let known = matchings.get(node);
  if (!known) {
    known = { found: node.list.kind === 'fact' ? equality(node.keep) : undefined };
    matchings.set(node, known);
  }
  return known.found;
}

function equality(keep: Checked): Matching | undefined {
  if (keep.kind !== 'compare' || keep.op !== '=') return undefined;
  const outermost = (tree: Checked) => {
    let frame = -1;
    walk(tree, (n) => {
      if (n.kind === 'column') frame = Math.max(frame, n.frame);
    });
    return frame;
  };
  for (const [own, value] of [
    [keep.left, keep.right],
    [keep.right, keep.left],
  ] as const) {
    if (own.kind === 'column' && outermost(value) < own.frame) {
      return { column: own.column, frame: own.frame, value };
    }
  }
  return undefined;
}

interface Index {
  /** Positions of the rows with a value. */
  readonly at: ReadonlyMap<string, readonly number[]>;
  /** Of those whose value isn't known. */
  readonly open: readonly number[];
  /** What a filter found before, for each value. */
  readonly found: Map<string, Rows>;
}

const indexes = new WeakMap<Rows, Map<string, Index>>();

/**
 * Filters the rows that have a value in a column. Only those that may have it are looked at, once for each value:
 * every row against every other would take too long.
 */
export function rowsWith(
  list: Rows,
  column: string,
  value: Domain,
  filter: (among: Rows) => Rows,
): Rows {
  const key = list.items.length > FEW ? keyOf(value) : undefined;
  if (key === undefined) return filter(list);
  const index = indexOf(list, column);
  let found = index.found.get(key);
  if (!found) {
    const able = [...(index.at.get(key) ?? []), ...index.open].sort((a, b) => a - b);
    found = filter({ ...list, items: able.flatMap((i) => list.items[i] ?? []) });
    index.found.set(key, found);
  }
  return found;
}

function indexOf(list: Rows, column: string): Index {
  let columns = indexes.get(list);
  if (!columns) {
    columns = new Map();
    indexes.set(list, columns);
  }
  let index = columns.get(column);
  if (!index) {
    index = indexBy(list, column);
    columns.set(column, index);
  }
  return index;
}

function indexBy(list: Rows, column: string): Index {
  const at = new Map<string, number[]>();
  const open: number[] = [];
  for (const [i, item] of list.items.entries()) {
    const cell = item.value.cells.get(column);
    const key = cell && keyOf(cell);
    if (key === undefined) open.push(i);
    else {
      const same = at.get(key);
      if (same) same.push(i);
      else at.set(key, [i]);
    }
  }
  return { at, open, found: new Map() };
}

/** Two known figures, or words, are equal exactly where these are. */
function keyOf(d: Domain): string | undefined {
  const p = pointOf(d);
  if (p) return p.big ? `${p.big.n}/${p.big.d}` : `${p.n}/${p.d}`;
  return d.kind === 'word' && d.values?.length === 1 && !d.none ? d.values[0] : undefined;
}
