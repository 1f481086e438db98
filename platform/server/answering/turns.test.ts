import { expect, test } from 'vitest';
import { HttpFault } from '../http-fault.ts';
import { turnsOf } from './turns.ts';

test('一次只做两件，其余排队，排不下的拒绝', async () => {
  const turns = turnsOf({ atOnce: 2, waiting: 3 });
  let running = 0;
  let most = 0;
  const ends: (() => void)[] = [];
  const work = () =>
    turns(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((end) => ends.push(end));
      running -= 1;
      return 'done';
    });
  const asked = Array.from({ length: 5 }, work);
  await expect(work()).rejects.toBeInstanceOf(HttpFault);
  while (ends.length > 0) {
    ends.shift()?.();
    await new Promise((go) => setImmediate(go));
  }
  expect(await Promise.all(asked)).toEqual(Array(5).fill('done'));
  expect(most).toBe(2);
});

test('做坏了的一件不占着位子', async () => {
  const turns = turnsOf({ atOnce: 1, waiting: 1 });
  await expect(turns(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await expect(turns(async () => 1)).resolves.toBe(1);
});
