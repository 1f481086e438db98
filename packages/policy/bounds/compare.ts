import { cmp } from '@fuchi/values/rational';
import type { CompareOp } from '../syntax/syntax-tree.ts';
import {
  type Domain,
  EITHER,
  isKnown,
  NO,
  type Num,
  type Truth,
  truth,
  type Word,
  YES,
} from './domain.ts';

/**
 * Compares two domains. 无 compares as false with everything in order, and as equal only to 无.
 * @example compare('>=', between(3000, undefined), point(2000)) // YES
 */
export function compare(op: CompareOp, a: Domain, b: Domain): Truth {
  if (op === '=') return equal(a, b);
  if (op === '!=') return flip(equal(a, b));
  if (a.kind !== 'num' || b.kind !== 'num') return EITHER;
  if (op === '>') return less(b, a);
  if (op === '<') return less(a, b);
  return op === '<=' ? notMore(a, b) : notMore(b, a);
}

export function flip(x: Truth): Truth {
  return truth(x.f, x.t);
}

/** a < b */
function less(a: Num, b: Num): Truth {
  const none = a.none || b.none;
  if (!a.some || !b.some) return truth(false, none);
  const t = a.lo === undefined || b.hi === undefined || cmp(a.lo, b.hi) < 0;
  let f = none || a.hi === undefined || b.lo === undefined;
  if (!f && a.hi && b.lo) {
    const order = cmp(a.hi, b.lo);
    f = order > 0 || (order === 0 && !a.hiOpen && !b.loOpen);
  }
  return truth(t, f);
}

/** a ≤ b */
function notMore(a: Num, b: Num): Truth {
  const none = a.none || b.none;
  if (!a.some || !b.some) return truth(false, none);
  let t = a.lo === undefined || b.hi === undefined;
  if (!t && a.lo && b.hi) {
    const order = cmp(a.lo, b.hi);
    t = order < 0 || (order === 0 && !a.loOpen && !b.hiOpen);
  }
  const f = none || a.hi === undefined || b.lo === undefined || cmp(a.hi, b.lo) > 0;
  return truth(t, f);
}

function equal(a: Domain, b: Domain): Truth {
  if (a.kind === 'num' && b.kind === 'num') return equalNumbers(a, b);
  if (a.kind === 'word' && b.kind === 'word') return equalWords(a, b);
  if (a.kind === 'truth' && b.kind === 'truth') {
    return truth((a.t && b.t) || (a.f && b.f), (a.t && b.f) || (a.f && b.t));
  }
  if (a.kind === 'place' && b.kind === 'place') {
    if (!isKnown(a) || !isKnown(b)) return EITHER;
    const same = a.region?.code === b.region?.code;
    return truth(same, !same);
  }
  // What is left is a comparison with 无: `建成日期 = none`.
  const [x, y] = [noneness(a), noneness(b)];
  if (!x.f) return y;
  return y.f ? EITHER : x;
}

/** Whether a value is 无. */
function noneness(d: Domain): Truth {
  switch (d.kind) {
    case 'num':
      return truth(d.none, d.some);
    case 'word':
      return truth(d.none, d.values === undefined || d.values.length > 0);
    case 'place':
      return d.region ? NO : truth(true, !d.none);
    default:
      return NO;
  }
}

function equalNumbers(a: Num, b: Num): Truth {
  const bothNone = a.none && b.none;
  if (!a.some || !b.some) {
    const differ = (a.none && b.some) || (b.none && a.some);
    return truth(bothNone, differ);
  }
  const meets =
    notMore({ ...a, none: false }, { ...b, none: false }).t &&
    notMore({ ...b, none: false }, { ...a, none: false }).t;
  const same =
    a.lo &&
    a.hi &&
    b.lo &&
    b.hi &&
    cmp(a.lo, a.hi) === 0 &&
    cmp(b.lo, b.hi) === 0 &&
    cmp(a.lo, b.lo) === 0;
  return truth(meets || bothNone, !same || a.none || b.none);
}

function equalWords(a: Word, b: Word): Truth {
  const bothNone = a.none && b.none;
  if (a.values === undefined || b.values === undefined) return EITHER;
  const meets = a.values.some((v) => b.values?.includes(v));
  const one = a.values.length === 1 && b.values.length === 1 && !a.none && !b.none;
  const onlyNone = a.values.length === 0 && b.values.length === 0;
  return truth(meets || bothNone, !(one && meets) && !(onlyNone && bothNone));
}

/** Kleene's and of two. */
export function both(a: Truth, b: Truth): Truth {
  if (a === YES) return b;
  if (b === YES || a === NO) return a;
  return b === NO ? NO : truth(a.t && b.t, a.f || b.f);
}

/** Kleene and/or over any number of parts. */
export function all(parts: readonly Truth[]): Truth {
  let t = true;
  let f = false;
  for (const p of parts) {
    if (p === NO) return NO;
    t = t && p.t;
    f = f || p.f;
  }
  return truth(t, f);
}

export function any(parts: readonly Truth[]): Truth {
  let t = false;
  let f = true;
  for (const p of parts) {
    if (p === YES) return YES;
    t = t || p.t;
    f = f && p.f;
  }
  return truth(t, f);
}
