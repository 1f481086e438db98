import { shownDigest } from '@fuchi/documents/application/page-code';
import { rowNumbers } from '@fuchi/policy/sentence/left-out';
import type { ConfirmedFigure } from '@fuchi/record-application/contract';
import type { ConfirmedCell } from '@fuchi/record-application/contract-confirmed';
import { rowWord } from '@fuchi/ui/facts/row-word';

/**
 * On whom figures of lists rest, by the list's id: each annex with the columns and rows that stand as it confirmed them.
 * @example confirmedSources(cells).get('贷款')
 * // ['省级金融机构核定：第1、2笔的适用LPR（《省级金融机构利息确认表》，2022-04-08由申报单位读回，页脚摘要0a1b 2c3d 4e5f；以盖章的原件为准）']
 */
export function confirmedSources(
  cells: readonly ConfirmedCell[],
): ReadonlyMap<string, readonly string[]> {
  const sources = new Map<string, readonly string[]>();
  const standing = cells.filter(({ holds }) => holds);
  for (const [, same] of grouped(standing, ({ list, figure: { confirmed: _, ...by } }) => [
    list.id,
    by,
  ])) {
    const [first] = same;
    if (!first) continue;
    const says = `${first.figure.by}核定：${columnsText(same)}（${annexText(first.figure)}；以盖章的原件为准）`;
    sources.set(first.list.id, [...(sources.get(first.list.id) ?? []), says]);
  }
  return sources;
}

/** @example differsText(cell) // '第2笔的适用LPR填的是3.80%，省级金融机构核定的是3.85%（《省级金融机构利息确认表》，2022-04-08由申报单位读回）' */
export function differsText(cell: ConfirmedCell): string {
  const { figure, column, told } = cell;
  const withUnit = (text: string) => (/\d$/.test(text) ? `${text}${column.unit}` : text);
  const says = told === '' ? '没有填' : `填的是${withUnit(told)}`;
  return `${rowsText([cell])}的${column.label}${says}，${figure.by}核定的是${withUnit(figure.confirmed)}（${annexText(figure)}）`;
}

function columnsText(cells: readonly ConfirmedCell[]): string {
  const columns = grouped(cells, ({ within, column }) => [
    within?.list.id,
    within?.outer,
    column.id,
  ]);
  const alike = grouped([...columns.values()], (same) => rowsText(same));
  return [...alike]
    .map(([, sets]) => {
      const [first = []] = sets;
      const labels = sets.flatMap(([cell]) => cell?.column.label ?? []).join('、');
      return `${rowsText(first)}的${labels}`;
    })
    .join('；');
}

function rowsText(cells: readonly ConfirmedCell[]): string {
  const [first] = cells;
  if (!first) return '';
  const { list, within } = first;
  const numbers = cells.map(({ row }) => row);
  if (!within) return rowNumbers(numbers, rowWord(list));
  return `第${within.outer}${rowWord(list)}的${within.list.label}${rowNumbers(numbers, rowWord(within.list))}`;
}

function annexText({ annex, day, paper }: ConfirmedFigure): string {
  return `《${annex}》，${day}由申报单位读回${paper === '' ? '' : `，页脚摘要${shownDigest(paper)}`}`;
}

function grouped<T>(
  all: readonly T[],
  key: (one: T) => unknown,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const name = JSON.stringify(key(one));
    groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return groups;
}
