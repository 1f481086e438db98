import { expect, test } from 'vitest';
import { changed, type History, historyOf, leave, redone, undone } from './history.ts';

function taken<T>(step: History<T> | undefined): History<T> {
  if (!step) throw new Error('nothing to undo');
  return step;
}

test('typing on in one cell is one step, another cell is another', () => {
  let history = historyOf('');
  history = changed(history, '1', 'a');
  history = changed(history, '12', 'a');
  history = changed(history, '12 x', 'b');
  expect(undone(history)).toMatchObject({ now: '12', at: 'b' });
  expect(undone(taken(undone(history)))).toMatchObject({ now: '', at: 'a' });
  expect(undone(historyOf(''))).toBeUndefined();
});

test('a cell that was left and entered again begins a step', () => {
  const history = changed(leave(changed(historyOf(''), '1', 'a')), '2', 'a');
  expect(undone(history)?.now).toBe('1');
});

test('what was undone is done again, until something else is typed', () => {
  const history = changed(changed(historyOf(''), '1', 'a'), '1 x', 'b');
  const back = taken(undone(taken(undone(history))));
  expect(taken(redone(taken(redone(back))))).toMatchObject({ now: '1 x', after: [] });
  expect(redone(changed(back, '9', 'c'))).toBeUndefined();
});
