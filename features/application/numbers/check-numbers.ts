import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { type FieldEntry, isRows } from '@fuchi/policy/facts/entry';
import { earlierUses } from '@fuchi/record-register/number-uses';
import { cellPath } from '@fuchi/ui/facts/field-path';
import { NUMBER_KINDS } from '@fuchi/values/used-number';
import type { Checker } from '../check/checker.ts';
import type { ApplicationFinding } from '../check/finding.ts';
import type { SaidApplication } from '../said-content.ts';
import { type UsedKey, usedElsewhere } from './used-elsewhere.ts';
import { type NumberColumns, type NumberKey, numberColumns, numberKey } from './written-numbers.ts';

/** A number as a row writes it. */
interface Written {
  readonly columns: NumberColumns;
  /** The row, from 1. */
  readonly row: number;
  readonly code: string;
  readonly number: string;
  readonly found: NumberKey;
}

/**
 * No number twice: in this application, in another one that was received, or in an earlier project of a register.
 * Whose it was is nobody's to know here.
 */
export const checkNumbers: Checker = async (db, context, now) => {
  const written = writtenIn(context);
  const keyed = written.filter(({ found }) => found.state === 'key');
  const used = new Set([
    ...(await usedElsewhere(db, context.application, keyed.map(usedKey), 'anybody')),
    ...(await usedEarlier(db, context, keyed, localDay(now))),
  ]);
  return [
    ...written.flatMap(unreadable),
    ...twice(keyed),
    ...keyed.filter((one) => used.has(nameOf(one))).map(again),
  ];
};

function writtenIn({ guide, judged }: SaidApplication): readonly Written[] {
  return numberColumns(guide).flatMap((columns) => {
    const entry = judged.entry[columns.list.id];
    if (entry === undefined || !isRows(entry)) return [];
    return entry.rows.map(({ cells }, i): Written => {
      const code = columns.code ? textOf(cells[columns.code.id]) : '';
      const number = textOf(cells[columns.number.id]);
      return { columns, row: i + 1, code, number, found: numberKey(columns.kind, code, number) };
    });
  });
}

function unreadable(one: Written): readonly ApplicationFinding[] {
  const { columns, row, number, found } = one;
  const where = `${columns.list.label}第${row}行的${columns.number.label}“${number.slice(0, 40)}”`;
  if (found.state === 'too-long') {
    return [finding(one, 'number-too-long', `${where}太长，请核对。`, true)];
  }
  if (found.state !== 'no-code') return [];
  const fix = columns.code ? `请填写${columns.code.label}` : '请把发票代码写在号码前面';
  const says = `${where}只有8位，没有发票代码查不出是否用过，${fix}。`;
  return [finding(one, 'invoice-without-code', says, true)];
}

/** The same number in two rows: each later row names the first. */
function twice(keyed: readonly Written[]): readonly ApplicationFinding[] {
  const first = new Map<string, Written>();
  return keyed.flatMap((one): readonly ApplicationFinding[] => {
    const name = nameOf(one);
    const before = first.get(name);
    if (!before) {
      first.set(name, one);
      return [];
    }
    const { list, number } = one.columns;
    const there = `${before.columns.list.label}第${before.row}行`;
    const says = `${list.label}第${one.row}行与${there}的${number.label}相同（${one.number}），同一个号码只能列一次。`;
    return [finding(one, 'number-twice', says, true)];
  });
}

function again(one: Written): ApplicationFinding {
  const { list, number, kind } = one.columns;
  const what = `${list.label}第${one.row}行的${number.label}（${one.number}）`;
  // Only invoices are numbered for the whole country; makers and banks count each for themselves.
  const sure = kind === 'invoice';
  const says = sure
    ? `${what}已在其他申报或以前的项目中使用，不能重复使用，请更正或删去。`
    : `${what}与其他申报或以前项目的${NUMBER_KINDS[kind]}编号相同，请核对是否重复申报。`;
  return finding(one, 'number-used', says, sure);
}

function finding(one: Written, code: string, says: string, blocks: boolean): ApplicationFinding {
  const { list, number } = one.columns;
  return { code, part: 'facts', path: cellPath(list.id, one.row, number.id), says, blocks };
}

const MOST_ASKED = 2000;

/** Names of those that a register of earlier projects has. */
async function usedEarlier(
  db: Database | Work,
  { guide }: SaidApplication,
  keyed: readonly Written[],
  today: string,
): Promise<readonly string[]> {
  const names: string[] = [];
  for (let from = 0; from < keyed.length; from += MOST_ASKED) {
    const some = keyed.slice(from, from + MOST_ASKED);
    const asked = some.map(({ columns, code, number }) => ({ kind: columns.kind, code, number }));
    const uses = await earlierUses(db, guide, asked, today);
    some.forEach((one, i) => {
      const use = uses[i];
      if (use?.state === 'looked-up' && use.uses.length > 0) names.push(nameOf(one));
    });
  }
  return names;
}

function usedKey(one: Written): UsedKey {
  return { kind: one.columns.kind, key: keyOf(one) };
}

function nameOf(one: Written): string {
  return `${one.columns.kind} ${keyOf(one)}`;
}

function keyOf({ found }: Written): string {
  return found.state === 'key' ? found.key : '';
}

function textOf(entry: FieldEntry | undefined): string {
  return typeof entry === 'string' ? entry : '';
}
