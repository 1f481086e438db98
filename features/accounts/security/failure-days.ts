import type { FailureDay } from './failure-store.ts';

export interface FailureRow {
  readonly key: string;
  /** On each of the days asked for, the oldest first. */
  readonly counts: number[];
  readonly total: number;
  readonly lastAt: Date;
}

/**
 * Failures by whom, over days: one row each, the most failures first.
 * @param days 2022-03-10 … 2022-03-16
 * @example failureRows([{ key: '7', day: '2022-03-16', count: 3, lastAt }], ['2022-03-15', '2022-03-16'])[0]?.counts // [0, 3]
 */
export function failureRows(
  found: readonly FailureDay[],
  days: readonly string[],
): readonly FailureRow[] {
  const rows = new Map<string, FailureRow>();
  for (const { key, day, count, lastAt } of found) {
    const at = days.indexOf(day);
    if (at < 0) continue;
    const before = rows.get(key) ?? { key, counts: days.map(() => 0), total: 0, lastAt };
    const counts = before.counts.map((n, i) => (i === at ? n + count : n));
    const last = lastAt > before.lastAt ? lastAt : before.lastAt;
    rows.set(key, { key, counts, total: before.total + count, lastAt: last });
  }
  return [...rows.values()].sort(
    (a, b) => b.total - a.total || b.lastAt.getTime() - a.lastAt.getTime(),
  );
}

/** The days until one, that one included. @example lastDays('2022-03-02', 3) // ['2022-02-28', '2022-03-01', '2022-03-02'] */
export function lastDays(today: string, count: number): readonly string[] {
  const end = Date.parse(`${today}T00:00:00Z`);
  return Array.from({ length: count }, (_, i) =>
    new Date(end - (count - 1 - i) * 86_400_000).toISOString().slice(0, 10),
  );
}
