import type { LeavingOut, LeftOutRow } from '../assess/left-out.ts';
import type { LeftOutReason, ShownRange } from '../assess/left-out-reason.ts';
import type { FactSpec } from '../checked-guide.ts';

/** Rows that are left out alike, in one sentence. */
export interface LeftOutText {
  /** As `LeftOutRow` has them. */
  readonly list: string;
  readonly outer: number;
  /** The first of them, from 1. */
  readonly row: number;
  readonly clause: string;
  /** Without a full stop. */
  readonly says: string;
}

/**
 * Rows that count for nothing, told together where they are of one list and fail the same test.
 * @param word what a list's rows are counted by
 * @example leftOutTexts(leftOut(program, given), program.specs, rowWord)[0]?.says
 * // '设备发票第3、7张不计入“设备发票金额”：付款日期2022-01-05不在支持期间（2021-01-01至2021-12-31）'
 */
export function leftOutTexts(
  rows: readonly LeftOutRow[],
  specs: ReadonlyMap<string, FactSpec>,
  word: (list: FactSpec) => string,
): readonly LeftOutText[] {
  const alike = new Map<string, LeftOutRow[]>();
  for (const row of rows) {
    const tests = row.because.map(({ value: _value, ...test }) => test);
    const key = JSON.stringify([row.list, row.outer, row.by, tests]);
    alike.set(key, [...(alike.get(key) ?? []), row]);
  }
  return [...alike.values()].flatMap((same): readonly LeftOutText[] => {
    const [first] = same;
    const [id = '', inner] = first?.list.split('.') ?? [];
    const list = specs.get(id);
    const within = list?.columns.find((column) => column.id === inner);
    if (!first || !list) return [];
    const numbers = same.map(({ row }) => row);
    const which = within
      ? `${list.label}第${first.outer}${word(list)}的${within.label}${rowNumbers(numbers, word(within))}`
      : `${list.label}${rowNumbers(numbers, word(list))}`;
    const because = leftOutBecause(same.map((row) => row.because));
    const { outer, row, by } = first;
    const says = `${which}不计入${byText(by)}${because === '' ? '' : `：${because}`}`;
    return [{ list: first.list, outer, row, clause: by[0]?.clause ?? '', says }];
  });
}

function byText(by: readonly LeavingOut[]): string {
  const [first] = by;
  return `“${first?.label ?? ''}”${by.length > 1 ? `等${by.length}项` : ''}`;
}

/** Runs of numbers that are told; the others are counted. */
const MOST_RUNS = 4;
/** Different values that are told beside what they should be. */
const MOST_VALUES = 3;

/**
 * Rows by their numbers, in short.
 * @param word what the list's rows are counted by
 * @example rowNumbers([3, 7, 8, 9], '张') // '第3、7—9张'
 */
export function rowNumbers(numbers: readonly number[], word: string): string {
  const runs: (readonly [number, number])[] = [];
  for (const n of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && n === last[1] + 1) runs[runs.length - 1] = [last[0], n];
    else runs.push([n, n]);
  }
  const texts = runs.flatMap(([from, to]) => {
    if (from === to) return [`${from}`];
    return to === from + 1 ? [`${from}`, `${to}`] : [`${from}—${to}`];
  });
  const shown = texts.slice(0, MOST_RUNS).join('、');
  return texts.length > MOST_RUNS
    ? `第${shown}${word}等${numbers.length}${word}`
    : `第${shown}${word}`;
}

/**
 * Why rows are left out that are left out by the same test.
 * @param rows the reasons of each row, alike in all but their values
 */
function leftOutBecause(rows: readonly (readonly LeftOutReason[])[]): string {
  const [first = []] = rows;
  return first
    .map((reason, i) =>
      reasonText(reason, [...new Set(rows.flatMap((row) => row[i]?.value ?? []))]),
    )
    .join('，');
}

function reasonText({ label, is }: LeftOutReason, values: readonly string[]): string {
  const told = values.length > MOST_VALUES ? '' : values.join('、');
  // 年度2018年度 says the same twice.
  const named = told.endsWith(label) ? told : `${label}${told}`;
  switch (is.kind) {
    case 'so':
      return told === '' ? label : `${label}为${told}`;
    case 'compared':
      return `${named}${is.date ? DATES[is.op] : FIGURES[is.op]}${is.to}`;
    case 'outside':
    case 'inside': {
      const ranges = is.ranges.map(rangeText).join('、');
      const single = is.ranges.every(({ from, to }) => from === to);
      if (single) return `${named}${is.kind === 'inside' ? '是' : '不是'}${ranges}`;
      return `${named}${is.kind === 'inside' ? '在' : '不在'}${ranges}`;
    }
  }
}

function rangeText({ name, from, to }: ShownRange): string {
  if (from === to) return from;
  return name === '' ? `${from}至${to}` : `${name}（${from}至${to}）`;
}

const FIGURES = {
  '=': '是',
  '!=': '不是',
  '<': '小于',
  '<=': '不大于',
  '>': '大于',
  '>=': '不小于',
} as const;

const DATES = {
  ...FIGURES,
  '<': '早于',
  '<=': '不晚于',
  '>': '晚于',
  '>=': '不早于',
} as const;
