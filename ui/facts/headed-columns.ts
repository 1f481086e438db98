import type { FactSpec } from '@fuchi/policy/checked-guide';

/** A column of a sheet that a heading names. */
export interface HeadedColumn {
  /** Where it stands in the sheet; the first is 0. */
  readonly at: number;
  readonly spec: FactSpec;
  /** The unit of money the heading names where it isn't the column's own; otherwise ''. */
  readonly unit: string;
}

export interface HeadedColumns {
  readonly columns: readonly HeadedColumn[];
  /** Headings of no column, or of one that stood before. */
  readonly unknown: readonly string[];
}

const MONEY = ['元', '万元', '亿元'];
const FOR_ALL = /单位\s*[:：]\s*(?:人民币)?(元|万元|亿元)/u;

/**
 * Which columns a row of headings names; undefined where it names none, or fewer than half of its cells do. An amount
 * may be headed in another unit of money than the list's, in its own heading or for all (单位：元) above: what stands
 * below it is in that unit.
 * @param heads what stands in each cell, with its place
 * @param above what stands in the rows above
 * @example headedColumns([[0, '发票号码'], [1, '不含税金额（元）']], columns)?.columns[1]?.unit // '元'
 */
export function headedColumns(
  heads: Iterable<readonly [number, string]>,
  columns: readonly FactSpec[],
  above: readonly string[] = [],
): HeadedColumns | undefined {
  const told = [...heads]
    .map(([at, text]) => ({ at, text: text.replace(/[\r\n]/gu, '').trim() }))
    .filter(({ text }) => text !== '')
    .sort((a, b) => a.at - b.at);
  const ofAll = above.flatMap((text) => FOR_ALL.exec(text)?.[1] ?? []).at(-1) ?? '';
  const found: HeadedColumn[] = [];
  const unknown: string[] = [];
  for (const { at, text } of told) {
    const named = columnOf(text, columns, ofAll);
    if (!named || found.some(({ spec }) => spec.id === named.spec.id)) unknown.push(text);
    else found.push({ at, ...named });
  }
  return found.length > 0 && found.length * 2 >= told.length
    ? { columns: found, unknown }
    : undefined;
}

/**
 * The unit of money in brackets at the end of a heading, where it isn't the column's own; otherwise ''.
 * @example moneyHeaded('借款金额(元)', principal) // '元'
 */
export function moneyHeaded(head: string, spec: FactSpec): string {
  const named = /[（(]\s*(?:单位[:：]?\s*)?(元|万元|亿元)\s*[）)]$/u.exec(head.trim())?.[1] ?? '';
  return otherMoney(named, spec);
}

function otherMoney(named: string, { unit }: FactSpec): string {
  return MONEY.includes(unit) && named !== unit ? named : '';
}

function columnOf(
  text: string,
  columns: readonly FactSpec[],
  ofAll: string,
): Omit<HeadedColumn, 'at'> | undefined {
  for (const spec of columns) {
    if (text === spec.label) return { spec, unit: otherMoney(ofAll, spec) };
    if (headingsOf(spec).includes(text)) return { spec, unit: '' };
    const unit = moneyHeaded(text, spec);
    if (unit !== '' && headingsOf({ ...spec, unit }).includes(text)) return { spec, unit };
  }
  return undefined;
}

/** How a heading names a column together with a unit. */
function headingsOf({ label, unit }: FactSpec): readonly string[] {
  return [`${label}（${unit}）`, `${label}(${unit})`];
}
