import type { Regions } from '@fuchi/values/region';
import { DEPARTMENTS, LEVELS } from '../contract-unit.ts';
import {
  type KnownRecommender,
  type Place,
  placeFaultText,
  recommenderPlace,
} from '../unit/unit-place.ts';

/** What the columns are called; the first is what the template prints. */
const HEADS = {
  name: ['单位名称', '名称', '推荐单位'],
  level: ['层级', '级别'],
  department: ['部门'],
  territory: ['地区', '行政区划', '区划代码'],
  through: ['经由单位', '经由', '上级单位'],
} as const;
type Column = keyof typeof HEADS;
const COLUMNS = Object.keys(HEADS) as readonly Column[];
export const TEMPLATE_HEADS = COLUMNS.map((column) => HEADS[column][0]);

const LEVEL_WORDS: Readonly<Record<string, keyof typeof LEVELS>> = {
  ...Object.fromEntries(Object.entries(LEVELS).map(([level, word]) => [word, level])),
  市: 'city',
  市级: 'city',
  县: 'county',
  县级: 'county',
  县级市: 'county',
  省: 'province',
};
const LONGEST_NAME = 200;

export interface SheetRow {
  /** As the sheet counts it, from 1. */
  readonly row: number;
  readonly texts: Readonly<Record<Column, string>>;
}

export type JudgedRow = SheetRow &
  (
    | { readonly outcome: 'new'; readonly place: Place }
    | { readonly outcome: 'there' }
    | { readonly outcome: 'faulty'; readonly faults: readonly string[] }
  );

/**
 * Rows of a sheet of recommenders, each judged by itself: what is good survives. Cities come before counties, wherever
 * they stand, so that a county may go through a city of the same sheet.
 * @param rows texts, from the sheet's first row; the row of headings says which column is which
 * @param known recommenders that are there; those of the sheet count once they are judged good, under the id `rowId`
 */
export function judgeRows(
  rows: readonly (readonly string[])[],
  regions: Regions,
  known: readonly KnownRecommender[],
): readonly JudgedRow[] {
  const all = [...known];
  const judged = new Map<number, JudgedRow>();
  const read = sheetRowsOf(rows);
  const before = (row: SheetRow) => (levelOf(row) === 'county' ? 1 : 0);
  for (const row of [...read].sort((a, b) => before(a) - before(b))) {
    const done = judge(row, regions, all);
    judged.set(row.row, done);
    if (done.outcome !== 'new') continue;
    const { level, department, territory } = done.place;
    all.push({ id: rowId(row.row), name: row.texts.name, level, department, territory });
  }
  return read.flatMap(({ row }) => judged.get(row) ?? []);
}

/** How a unit that a row will set up is named before it has an id. */
export function rowId(row: number): string {
  return `row ${row}`;
}

/** The rows below the headings that aren't empty; without headings the columns stand as in the template. */
export function sheetRowsOf(rows: readonly (readonly string[])[]): readonly SheetRow[] {
  const texts = rows.map((row) => row.map((text) => text.normalize('NFKC').trim()));
  const head = texts.findIndex((row) => row.some((text) => isHead('name', text)));
  const places = COLUMNS.map((column, i): readonly [Column, number] => [
    column,
    head < 0 ? i : (texts[head]?.findIndex((text) => isHead(column, text)) ?? -1),
  ]);
  return texts.flatMap((row, i) => {
    if (i <= head || row.every((text) => text === '')) return [];
    const cells = places.map(([column, at]) => [column, row[at] ?? '']);
    return [{ row: i + 1, texts: Object.fromEntries(cells) as SheetRow['texts'] }];
  });
}

function isHead(column: Column, text: string): boolean {
  const plain = text.replace(/[*\s]/g, '');
  return HEADS[column].some((head) => head === plain);
}

function levelOf({ texts }: SheetRow): keyof typeof LEVELS | undefined {
  // NFKC makes half-width brackets of the printed ones.
  return LEVEL_WORDS[texts.level] ?? LEVEL_WORDS[texts.level.replace('(', '（').replace(')', '）')];
}

function judge(row: SheetRow, regions: Regions, known: readonly KnownRecommender[]): JudgedRow {
  const { name, territory, through } = row.texts;
  const faults: string[] = [];
  const level = levelOf(row);
  const department = DEPARTMENTS.find((word) => row.texts.department.startsWith(word));
  if (name.length < 2) faults.push('没有单位名称');
  if (name.length > LONGEST_NAME) faults.push(`单位名称超过${LONGEST_NAME}个字`);
  if (level === undefined) faults.push(`层级应为${Object.values(LEVELS).join('、')}`);
  if (department === undefined) faults.push(`部门应为${DEPARTMENTS.join('、')}`);
  const unit = through === '' ? undefined : known.find((other) => other.name === through);
  if (through !== '' && !unit) faults.push(`没有叫“${through}”的单位`);
  if (level === undefined || department === undefined || faults.length > 0)
    return { ...row, outcome: 'faulty', faults };
  const asked = { level, department, territory, through: unit?.id ?? null };
  const placed = recommenderPlace(asked, regions, known);
  if ('place' in placed) {
    const named = known.find((other) => other.name === name);
    if (!named) return { ...row, outcome: 'new', place: placed.place };
    return { ...row, outcome: 'faulty', faults: [`“${name}”已有，是另一个地区或部门的`] };
  }
  const taken = placed.faults.find((fault) => fault.code === 'place-taken');
  if (taken && taken.fact === name) return { ...row, outcome: 'there' };
  return {
    ...row,
    outcome: 'faulty',
    faults: placed.faults.map((fault) => placeFaultText(fault).message),
  };
}
