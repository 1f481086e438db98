import type { Faults } from './diagnostic.ts';
import type { LinkTarget, RowLink } from './fact.ts';
import type { Text } from './place.ts';
import { MapReader } from './reader.ts';
import type { Node } from './yaml-text.ts';

/**
 * Reads 对应, which rows of a list a cell names: `贷款.借据号` alone, or a map with what the rows' figures must keep.
 * What doesn't name a list and a column is a fault, and no link.
 */
export function readLink(node: Node | undefined, faults: Faults): RowLink | undefined {
  if (node === undefined) return undefined;
  const short = node.kind === 'text';
  const map = short ? undefined : new MapReader(node, faults);
  const target = short ? node : map?.required('列');
  const link = {
    at: node.at,
    amount: map?.optional('金额'),
    atMost: map?.optional('不超过'),
    date: map?.optional('日期'),
    notBefore: map?.optional('不早于'),
  };
  for (const [one, other] of PAIRS) {
    if (map?.has(one) && !map.has(other)) faults.add(map.keyAt(one), 'missing-key', { key: other });
  }
  map?.close();
  if (target === undefined) return undefined;
  const named = readTarget(target, faults);
  return named && { ...link, ...named };
}

/** A list and a column of it, `贷款.借据号`; otherwise a fault, unless it is missing, which is one already. */
export function readTarget(written: Text, faults: Faults): LinkTarget | undefined {
  if (written.missing) return undefined;
  const { text, at } = written;
  const [list = '', column = '', ...more] = text.split('.');
  if (list === '' || column === '' || more.length > 0) {
    faults.add(at, 'link-form', { written: text });
    return undefined;
  }
  return { target: { text, at }, list, column };
}

/** Neither half of a limit says anything without the other. */
const PAIRS = [
  ['金额', '不超过'],
  ['不超过', '金额'],
  ['日期', '不早于'],
  ['不早于', '日期'],
] as const;
