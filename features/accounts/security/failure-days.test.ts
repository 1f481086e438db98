import { expect, test } from 'vitest';
import { failureRows, lastDays } from './failure-days.ts';

const at = (day: string, hour: number) =>
  new Date(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);

test('跨月、跨闰年二月数天', () => {
  expect(lastDays('2024-03-01', 3)).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
  expect(lastDays('2022-01-01', 2)).toEqual(['2021-12-31', '2022-01-01']);
});

test('按次数多少排，一天一格，没有的是零，时间取最后一次', () => {
  const days = lastDays('2022-03-16', 3);
  const rows = failureRows(
    [
      { key: 'a', day: '2022-03-14', count: 2, lastAt: at('2022-03-14', 3) },
      { key: 'b', day: '2022-03-16', count: 4, lastAt: at('2022-03-16', 1) },
      { key: 'a', day: '2022-03-16', count: 3, lastAt: at('2022-03-16', 2) },
      { key: 'c', day: '2022-03-01', count: 9, lastAt: at('2022-03-01', 2) },
    ],
    days,
  );
  expect(rows.map(({ key, counts, total }) => [key, counts, total])).toEqual([
    ['a', [2, 0, 3], 5],
    ['b', [0, 0, 4], 4],
  ]);
  expect(rows[0]?.lastAt).toEqual(at('2022-03-16', 2));
});
