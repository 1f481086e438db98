import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fairQueue } from './fair-queue.ts';

const anybody = () => true;

test('clients take turns, each in the order in which it asked', () => {
  const queue = fairQueue<string>({ all: 9, ofOne: 9 });
  for (const item of ['a1', 'a2', 'a3', 'b1', 'c1', 'b2']) queue.add(item.slice(0, 1), item);
  const order = Array.from({ length: 6 }, () => queue.next(anybody)?.item);
  expect(order).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
  expect(queue.next(anybody)).toBeUndefined();
});

test('who may have no more at work is passed over and keeps its turn', () => {
  const queue = fairQueue<string>({ all: 9, ofOne: 9 });
  for (const item of ['a1', 'b1', 'b2']) queue.add(item.slice(0, 1), item);
  expect(queue.next((client) => client !== 'a')?.item).toBe('b1');
  expect(queue.next(anybody)?.item).toBe('a1');
});

test('it is full for one client before it is full for all', () => {
  const queue = fairQueue<number>({ all: 3, ofOne: 2 });
  expect([1, 2, 3].map((n) => queue.add('a', n))).toEqual([true, true, false]);
  expect([4, 5].map((n) => queue.add('b', n))).toEqual([true, false]);
  expect(queue.remove('a', 1)).toBe(true);
  expect(queue.remove('a', 1)).toBe(false);
  expect(queue.add('b', 5)).toBe(true);
});

test('whatever is added, taken and removed: nothing is lost, doubled or over the bounds', () => {
  const client = fc.constantFrom('a', 'b', 'c');
  const step = fc.oneof(
    fc.record({ does: fc.constant('add' as const), client }),
    fc.record({ does: fc.constant('next' as const), client }),
    fc.record({ does: fc.constant('remove' as const), client }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const queue = fairQueue<number>({ all: 6, ofOne: 3 });
      const model: { client: string; item: number }[] = [];
      const own = (who: string) => model.filter((m) => m.client === who);
      for (const [n, { does, client: who }] of steps.entries()) {
        if (does === 'add') {
          const room = model.length < 6 && own(who).length < 3;
          expect(queue.add(who, n)).toBe(room);
          if (room) model.push({ client: who, item: n });
        } else if (does === 'next') {
          // Anybody but `who`: what comes is the oldest of its client.
          const taken = queue.next((c) => c !== who);
          expect(taken !== undefined).toBe(model.some((m) => m.client !== who));
          if (taken) {
            expect(own(taken.client)[0]?.item).toBe(taken.item);
            model.splice(
              model.findIndex((m) => m.item === taken.item),
              1,
            );
          }
        } else {
          const last = own(who).at(-1);
          expect(queue.remove(who, last?.item ?? -1)).toBe(last !== undefined);
          if (last) model.splice(model.indexOf(last), 1);
        }
        expect(queue.length).toBe(model.length);
      }
    }),
  );
});
