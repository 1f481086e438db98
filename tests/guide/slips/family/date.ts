import type { Site } from '../site.ts';
import type { Edit, Operator } from '../slip.ts';
import { replaced, tokensOf } from './edit.ts';

function date(
  id: string,
  change: (y: number, m: number, d: number) => readonly [number, number, number],
): Operator {
  return {
    family: 'date',
    id,
    edits: (site) =>
      tokensOf(site, (t) => t.kind === 'date').map((t): Edit => {
        const [y = 0, m = 0, d = 0] = t.text.split('-').map(Number);
        return replaced(site, t.start, t.end, written(...change(y, m, d)));
      }),
  };
}

function written(y: number, m: number, d: number): string {
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

/** The two ends of a period or range change places. */
function endsSwapped(site: Site): readonly Edit[] {
  return site.tokens.flatMap((t, i, all): readonly Edit[] => {
    const [before, after] = [all[i - 1], all[i + 1]];
    if (site.role !== 'expression' || t.text !== '..' || !before || !after) return [];
    const first = site.text.slice(before.start, before.end);
    const last = site.text.slice(after.start, after.end);
    return [replaced(site, before.start, after.end, `${last}..${first}`)];
  });
}

/** The two dates an amount of time lies between change places. */
function datesSwapped(site: Site): readonly Edit[] {
  const call = /((?:days|months|years) between)\(([^,()]+), ([^,()]+)\)/gu;
  if (site.role !== 'expression') return [];
  return [...site.text.matchAll(call)].map((m) =>
    replaced(site, m.index, m.index + m[0].length, `${m[1]}(${m[3]}, ${m[2]})`),
  );
}

export const DATE: readonly Operator[] = [
  date('a day earlier', (y, m, d) => [y, m, d - 1 || 2]),
  date('a month earlier, its last day', (y, m) => {
    const [year, month] = m === 1 ? [y - 1, 12] : [y, m - 1];
    return [
      year,
      month,
      [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 30,
    ];
  }),
  date('a month on, the day kept', (y, m, d) => (m === 12 ? [y + 1, 1, d] : [y, m + 1, d])),
  date('a year later', (y, m, d) => [y + 1, m, d]),
  date('a year earlier', (y, m, d) => [y - 1, m, d]),
  { family: 'date', id: 'start and end swapped', edits: endsSwapped },
  { family: 'date', id: 'earlier and later date swapped', edits: datesSwapped },
];
