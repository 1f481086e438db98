import { shownValue } from '../assess/show.ts';
import { type Domain, EITHER, isKnown, point, type Row, type Rows, YES } from '../bounds/domain.ts';
import type { Environment } from '../bounds/environment.ts';
import { evaluate } from '../bounds/evaluate.ts';
import { readDate } from '../check/literal.ts';
import type { CheckedTable } from '../checked-guide.ts';
import { fraction } from '../fraction.ts';
import type { ValueType } from '../value-type.ts';
import { ASKED_ON, type CheckedSettlement, LISTED } from './checked-register.ts';

/** A value as a fact is told: `{ value: '2021', unit: '年度' }`. */
export type ToldValue =
  | { readonly value: string; readonly unit?: string }
  | { readonly none: true };

export type SettledFact =
  | { readonly settled: true; readonly told: ToldValue }
  /** several: its rows differ; open: what it hangs on isn't in the list. */
  | { readonly settled: false; readonly because: 'several' | 'open' };

/** A row of a list. One that may be another unit's isn't sure: what hangs on it is open. */
export interface ListedRow {
  readonly row: Row;
  readonly sure: boolean;
}

/**
 * What a list says of a fact, given the rows about one unit. All of them are given: the list is complete.
 * @param type of the fact
 * @param day ISO date on which it is asked
 * @example settledFact(settlement, BOOL, [], '2022-03-16', tables) // { settled: true, told: { value: '否' } }
 */
export function settledFact(
  settlement: CheckedSettlement,
  type: ValueType,
  rows: readonly ListedRow[],
  day: string,
  tables: readonly CheckedTable[] = [],
): SettledFact {
  const { by } = settlement;
  const env = environment(rows, day, tables);
  if (by.kind === 'value') return told(evaluate(by.node, env), type);
  const among = evaluate(by.among, env);
  if (among.kind !== 'rows') return OPEN;
  const values = among.items.map(({ value, member }) => ({
    cell: value.cells.get(by.column),
    sure: !member.f,
  }));
  const shown = values.map(({ cell, sure }) => (sure && cell ? told(cell, type) : OPEN));
  const [first = OPEN] = shown;
  if (shown.some((one) => !one.settled)) return OPEN;
  const same = shown.every((one) => JSON.stringify(one) === JSON.stringify(first));
  return same ? first : { settled: false, because: 'several' };
}

const OPEN: SettledFact = { settled: false, because: 'open' };

function environment(
  rows: readonly ListedRow[],
  day: string,
  tables: readonly CheckedTable[],
): Environment {
  const listed: Rows = {
    kind: 'rows',
    items: rows.map(({ row, sure }) => ({
      value: row,
      member: sure ? YES : EITHER,
      row: row.number,
    })),
    rest: undefined,
  };
  const date = readDate(day);
  if (!date.ok) throw new RangeError(`not a day: ${day}`);
  return {
    facts: new Map<string, Domain>([
      [LISTED, listed],
      [ASKED_ON, point(fraction(date.value))],
    ]),
    steps: new Map(),
    frames: [],
    tables: new Map(tables.map((table) => [table.id, table])),
    qualifying: new Map(),
    nonEmpty: new Set(),
    apart: new Set(),
  };
}

/** A choice or an expression of words may also end in 无, which here means that the list doesn't say. */
function told(domain: Domain, type: ValueType): SettledFact {
  if (!isKnown(domain)) return OPEN;
  const isNone =
    (domain.kind === 'num' && domain.none) ||
    (domain.kind === 'word' && domain.none) ||
    (domain.kind === 'place' && domain.region === undefined);
  if (isNone) {
    return type.kind === 'number' ? { settled: true, told: { none: true } } : OPEN;
  }
  const { value, unit } = shownValue(domain, type);
  if (typeof value === 'boolean') {
    return { settled: true, told: { value: value ? '是' : '否' } };
  }
  if (typeof value !== 'string') return OPEN;
  return { settled: true, told: unit === '' ? { value } : { value, unit } };
}
