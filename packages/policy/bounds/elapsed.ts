import {
  add,
  ceil,
  cmp,
  div,
  floor,
  isInteger,
  mul,
  ONE,
  type Rational,
  rational,
  sub,
  ZERO,
} from '@fuchi/values/rational';
import { moveMonths, startOf } from './dates.ts';
import { ANY_NUMBER, type Num } from './domain.ts';

/** Between which dates so many complete months or years have passed, given what each date may be. */
export function passedEnds(
  unit: 'months' | 'years',
  want: Num,
  from: Num,
  to: Num,
): { from: Num; to: Num } {
  const months = unit === 'years' ? rational(12) : ONE;
  const inUnits = (x: Rational) => div(x, months) ?? x;
  // So many months have passed at least; so many haven't.
  const passed = want.lo && mul(ceil(inUnits(want.lo)), months);
  const most = want.hi && inUnits(want.hi);
  const within = most && want.hiOpen && isInteger(most) ? sub(most, ONE) : most;
  const ahead = within && mul(add(floor(within), ONE), months);
  let start: Num = ANY_NUMBER;
  let end: Num = ANY_NUMBER;
  if (passed && cmp(passed, ZERO) > 0) {
    start = { ...start, hi: to.hi && startOf('at most', to.hi, passed, false) };
    end = { ...end, lo: from.lo && moveMonths(from.lo, passed, false) };
  }
  if (ahead && cmp(ahead, ZERO) > 0) {
    start = { ...start, lo: to.lo && startOf('after', to.lo, ahead, false) };
    end = { ...end, hi: from.hi && moveMonths(from.hi, ahead, false) };
  }
  return { from: start, to: end };
}
