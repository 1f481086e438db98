import { formatDate, parseDate } from '@fuchi/values/date';
import { halfWidth } from '@fuchi/values/decimal';
import type { Domain, Row } from '../bounds/domain.ts';
import type { InputFault } from '../facts/given.ts';
import { openDomain } from '../facts/open-domain.ts';
import { noneOf, readValue, type ValueContext } from '../facts/read-value.ts';
import type { CheckedColumn, CheckedRegister } from './checked-register.ts';

/** The cells of a row by column, as the list is kept: dates as 2022-03-16, no blanks around. Empty cells are left out. */
export type RegisterCells = Readonly<Record<string, string>>;

/**
 * Reads the values of a row as a file has them. Whose row it is (code and name) isn't judged here.
 * @returns what is kept of the good cells, and each bad one by its column
 * @example readRegisterCells(register, { 立项年度: '2021', 验收日期: '2021年3月1日' }, context).cells
 */
export function readRegisterCells(
  register: CheckedRegister,
  given: RegisterCells,
  context: ValueContext,
): { readonly cells: RegisterCells; readonly faults: readonly InputFault[] } {
  const cells: Record<string, string> = {};
  const faults: InputFault[] = [];
  for (const column of register.columns) {
    const { id, label } = column.spec;
    const text = keptText(column, given[id] ?? '');
    if (text === '') {
      if (column.required) faults.push({ path: id, code: 'input-empty-cell', facts: { label } });
      continue;
    }
    const read = readValue(column.spec, text, undefined, context);
    if (read.ok) cells[id] = text;
    else faults.push({ path: id, code: read.code, facts: read.facts });
  }
  return { cells, faults };
}

/** One spelling of one value: two versions of a list that say the same aren't a change. */
function keptText({ spec }: CheckedColumn, given: string): string {
  const text = given.trim();
  if (spec.kind === '文字') return text;
  if (spec.kind === '日期') {
    const date = parseDate(text);
    return date.ok ? formatDate(date.value) : text;
  }
  // The year of a list is often written as 2021年 or 2021年度.
  if (spec.unit === '年度') return /^(\d{4})年?度?$/u.exec(halfWidth(text))?.[1] ?? text;
  return spec.kind === '选项' || spec.kind === '是否' ? text : halfWidth(text);
}

/**
 * A kept row as expressions see it. What an older version doesn't have, or what can't be read any more, isn't known.
 * @param number counts from 1
 */
export function registerRow(
  register: CheckedRegister,
  cells: RegisterCells,
  number: number,
  context: ValueContext,
): Row {
  const read = register.columns.map((column): [string, Domain] => {
    const { spec } = column;
    const text = cells[spec.id];
    if (text === undefined || text === '') {
      return [spec.id, (column.emptyIsNone && noneOf(spec)) || openDomain(spec)];
    }
    const value = readValue(spec, text, undefined, context);
    return [spec.id, value.ok ? value.domain : openDomain(spec)];
  });
  return { number, cells: new Map(read) };
}
