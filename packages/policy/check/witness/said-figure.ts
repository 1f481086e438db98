import { readDate, readNumber } from '../literal.ts';

/** A figure of a sentence: what it is worth, and the words about it that say which side of it is meant. */
export interface SaidFigure {
  /** As literals of expressions carry it; a year is its first and last day. */
  readonly values: readonly string[];
  readonly dimension: string;
  readonly written: string;
  /** The part of the sentence between its commas. */
  readonly clause: string;
  /** What stands in that part before and behind the figure. */
  readonly before: string;
  readonly behind: string;
}

const NUMBER = '\\d+(?:\\.\\d+)?';
const DATED =
  /(?<y>\d{4})年(?:(?<m>\d{1,2})月(?:(?<d>\d{1,2})日|(?<me>底)?)|(?<ye>底)|(?<in>内))/gu;

/**
 * Reads the figures of a Chinese sentence: amounts, shares, counts, durations, days and ends of months and years.
 * @param units the guide's counting units
 * @example saidFigures('总投入不低于3000万元。', units)[0] // { values: ['30000000/1'], before: '总投入不低于', … }
 */
export function saidFigures(text: string, units: ReadonlySet<string>): SaidFigure[] {
  return text.split(/[，；。？：]/u).flatMap((clause) => inClause(clause, units));
}

function inClause(clause: string, units: ReadonlySet<string>): SaidFigure[] {
  const found: { at: number; figure: SaidFigure }[] = [];
  let rest = clause;
  const take = (at: number, written: string, values: readonly string[], dimension: string) => {
    const figure: SaidFigure = {
      values,
      dimension,
      written,
      clause,
      before: clause.slice(0, at),
      behind: clause.slice(at + written.length),
    };
    found.push({ at, figure });
    rest = rest.slice(0, at) + '\u0000'.repeat(written.length) + rest.slice(at + written.length);
  };
  for (const match of clause.matchAll(DATED)) {
    const values = datesOf(match.groups ?? {});
    if (values.length > 0) take(match.index, match[0], values, 'date');
  }
  const words = [...units].sort((a, b) => b.length - a.length).map(escaped);
  const counted = `(?:亿|万)?(?:${['个月', '年(?!度|底|内|前|以?来|代)', '天', ...words].join('|')})`;
  const number = new RegExp(`(?:(\\d+)-)?(${NUMBER})(%|(?:万亿|亿|万)?元|${counted}|亿|万)`, 'gu');
  for (const match of rest.matchAll(number)) {
    const [written, first, digits = '', unit = ''] = match;
    if (unit === '年' && digits.length > 3) continue;
    // “2亿” leaves its unit out: it is a count of whatever the sentence speaks of.
    const full = unit === '亿' || unit === '万' ? `${unit}个` : unit;
    const read = [first ?? digits, digits].map((d) =>
      readNumber(d, full, new Set([...units, '个'])),
    );
    const values = new Set(read.flatMap((r) => (r.ok ? [r.value] : [])));
    const [one] = read;
    if (!one?.ok || one.type.kind !== 'number') continue;
    take(match.index, written, [...values], dimensionOf(one.type.dimension));
  }
  return found.sort((a, b) => a.at - b.at).map((f) => f.figure);
}

/** Counts are compared whatever they are of: the unit is a matter of types. @example dimensionOf('count:家') // 'count' */
export function dimensionOf(dimension: string): string {
  return dimension.startsWith('count:') ? 'count' : dimension;
}

function datesOf(g: Readonly<Record<string, string | undefined>>): string[] {
  const year = Number(g['y']);
  const month = Number(g['m'] ?? 12);
  const day = (m: number, d: number) => {
    const two = (n: number) => String(n).padStart(2, '0');
    const read = readDate(`${year}-${two(m)}-${two(d)}`);
    return read.ok ? [read.value] : [];
  };
  if (g['in']) return [...day(1, 1), ...day(12, 31)];
  if (g['d']) return day(month, Number(g['d']));
  const lengths = [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day(month, lengths[month - 1] ?? 0);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
