import type { LinkSpec } from '@fuchi/policy/fact-spec';
import type { Entry, FieldEntry } from '@fuchi/policy/facts/entry';
import { isRows } from '@fuchi/policy/facts/entry';
import { listed } from '@fuchi/values/listed';
import { createContext, useCallback, useContext, useLayoutEffect, useRef } from 'react';

/** Gives the numbers that the rows of a list have, as they stand when asked. */
export type RowNumbers = (link: LinkSpec) => readonly string[];

/** The same function at every drawing, so that a key in one list draws no cell of another again. */
export const RowNumbersContext = createContext<RowNumbers>(() => []);

export function useRowNumbers(): RowNumbers {
  return useContext(RowNumbersContext);
}

/** What cells may name, out of everything that is filled in. */
export function useNumbersOf(entry: Entry): RowNumbers {
  const now = useRef(entry);
  useLayoutEffect(() => {
    now.current = entry;
  });
  return useCallback((link) => numbersOf(now.current[link.list], link.column), []);
}

function numbersOf(list: FieldEntry | undefined, column: string): readonly string[] {
  if (list === undefined || !isRows(list)) return [];
  const cells = list.rows.map(({ cells: { [column]: cell } }) => cell);
  const told = cells.flatMap((cell) => (typeof cell === 'string' ? [cell.trim()] : []));
  return [...new Set(told.filter((text) => text !== ''))];
}

const MOST_OFFERED = 50;

/**
 * What a cell that names rows may go on to say: the number that is being typed, after those that stand there already,
 * as each of the list's that holds it.
 * @example offeredFor('HT-1、HT-', ['HT-1', 'HT-2']) // [{ value: 'HT-1、HT-2', label: 'HT-2' }]
 */
export function offeredFor(
  text: string,
  numbers: readonly string[],
): readonly { readonly value: string; readonly label: string }[] {
  const [, before = '', typed = ''] = /^(.*[、，,；;\s])?(.*)$/su.exec(text) ?? [];
  const taken = new Set(listed(before));
  const wanted = typed.toUpperCase();
  return numbers
    .filter((one) => !taken.has(one) && one !== typed && one.toUpperCase().includes(wanted))
    .slice(0, MOST_OFFERED)
    .map((one) => ({ value: `${before}${one}`, label: one }));
}
