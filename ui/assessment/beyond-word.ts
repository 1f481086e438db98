import { parseDate } from '@fuchi/values/date';
import { parseDecimal } from '@fuchi/values/decimal';
import { cmp } from '@fuchi/values/rational';

type Value = string | boolean | null;

/** On which side of the limit the verdict turns, seen from where the figure stands now. */
export function beyondWord(from: Value, limit: Value): string {
  const order = orderOf(from, limit);
  if (order.date) return order.sign < 0 ? '晚于' : '早于';
  if (order.sign === 0) return '越过';
  return order.sign < 0 ? '高于' : '低于';
}

function orderOf(from: Value, limit: Value): { sign: -1 | 0 | 1; date: boolean } {
  const [a, b] = [String(from), String(limit)];
  const [x, y] = [parseDate(a), parseDate(b)];
  if (x.ok && y.ok) return { sign: x.value <= y.value ? -1 : 1, date: true };
  const [m, n] = [parseDecimal(a), parseDecimal(b)];
  return { sign: m.ok && n.ok ? cmp(m.value, n.value) : 0, date: false };
}
