import type { Task } from '@fuchi/record-task/task';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byUrgency, MOST_TASKS } from './by-urgency.ts';

const task = (id: string, since: string, due: string | null): Task => ({
  id,
  title: id,
  to: '/desk',
  since: new Date(`2022-03-${since}T01:00:00Z`),
  due: due === null ? null : new Date(`2022-03-${due}T01:00:00Z`),
});

test('先办快到期的，再办没有时限的；时限一样的先办等得久的', () => {
  const registrations = [task('无时限-新', '12', null), task('20日到期-新', '11', '20')];
  const signOffs = [
    task('已逾期', '01', '10'),
    task('20日到期-久', '02', '20'),
    task('无时限-久', '03', null),
  ];
  expect(byUrgency([registrations, signOffs]).map(({ id }) => id)).toEqual([
    '已逾期',
    '20日到期-久',
    '20日到期-新',
    '无时限-久',
    '无时限-新',
  ]);
});

const day = fc.integer({ min: 10, max: 28 }).map(String);
const tasks = fc.array(fc.tuple(day, fc.option(day)), { maxLength: 150 });

test('各处来的怎么分、怎么排，结果都一样；超出的是最不急的', () => {
  fc.assert(
    fc.property(tasks, fc.nat(), (drawn, cut) => {
      const all = drawn.map(([since, due], i) =>
        task(`t${String(i).padStart(3, '0')}`, since, due),
      );
      const at = all.length === 0 ? 0 : cut % all.length;
      const listed = byUrgency([all]);
      expect(byUrgency([all.slice(at).reverse(), all.slice(0, at)])).toEqual(listed);
      expect(listed).toHaveLength(Math.min(all.length, MOST_TASKS));
      const latest = Math.max(...listed.map(({ due }) => due?.getTime() ?? Infinity), 0);
      for (const left of all.filter((one) => !listed.includes(one))) {
        expect(left.due?.getTime() ?? Infinity).toBeGreaterThanOrEqual(latest);
      }
    }),
  );
});
