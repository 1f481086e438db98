import type { Checked } from '@fuchi/policy/checked-tree';
import { order } from './big-fraction.ts';
import { NO, type Span, type Truth, YES } from './span.ts';

export function opposite(a: Truth): Truth {
  return { k: 'bool', t: a.f, f: a.t };
}

/** The table of `and`: false with anything is false. */
export function allOf(parts: readonly Truth[]): Truth {
  return parts.reduce((a, b): Truth => ({ k: 'bool', t: a.t && b.t, f: a.f || b.f }), YES);
}

/** The table of `or`: true with anything is true. */
export function anyOf(parts: readonly Truth[]): Truth {
  return parts.reduce((a, b): Truth => ({ k: 'bool', t: a.t || b.t, f: a.f && b.f }), NO);
}

/** 无 is in no order with anything, and equal to 无 alone. */
export function compared(op: string, a: Span, b: Span): Truth {
  if (op === '=') return same(a, b);
  if (op === '!=') return opposite(same(a, b));
  if (op === '>' || op === '>=') return compared(op.replace('>', '<'), b, a);
  if (a.k !== 'number' || b.k !== 'number') return NO;
  let [t, f] = [false, a.none || b.none];
  if (a.some && b.some) {
    const low = a.lo && b.hi ? order(a.lo, b.hi) : -1;
    const high = a.hi && b.lo ? order(a.hi, b.lo) : 1;
    t = low < 0 || (low === 0 && op === '<=');
    f ||= high > 0 || (high === 0 && op === '<');
  }
  return { k: 'bool', t, f };
}

function same(a: Span, b: Span): Truth {
  const [an, bn] = [mayBeNone(a), mayBeNone(b)];
  const [as, bs] = [mayBeSome(a), mayBeSome(b)];
  const values = as && bs ? sameValue(a, b) : { t: false, f: false };
  const apart = (an && bs) || (as && bn);
  return { k: 'bool', t: values.t || (an && bn), f: values.f || apart };
}

function mayBeNone(a: Span): boolean {
  return (a.k === 'number' || a.k === 'word') && a.none;
}

function mayBeSome(a: Span): boolean {
  if (a.k === 'number') return a.some;
  return a.k !== 'word' || a.words === undefined || a.words.length > 0;
}

function sameValue(a: Span, b: Span): { t: boolean; f: boolean } {
  if (a.k === 'number' && b.k === 'number') {
    const [low, high] = [
      a.lo && b.hi ? order(a.lo, b.hi) : -1,
      a.hi && b.lo ? order(a.hi, b.lo) : 1,
    ];
    const ends = [a.lo, a.hi, b.lo, b.hi];
    const [x, ...rest] = ends;
    const one = x !== undefined && rest.every((y) => y !== undefined && order(x, y) === 0);
    return { t: low <= 0 && high >= 0, f: !one };
  }
  if (a.k === 'bool' && b.k === 'bool')
    return { t: (a.t && b.t) || (a.f && b.f), f: (a.t && b.f) || (a.f && b.t) };
  if (a.k === 'word' && b.k === 'word') {
    const shared = !a.words || !b.words || a.words.some((w) => b.words?.includes(w));
    const one = a.words?.length === 1 && b.words?.length === 1 && shared;
    return { t: shared, f: !one };
  }
  if (a.k === 'place' && b.k === 'place') {
    if (!a.place || !b.place) return { t: true, f: true };
    const equal = a.place.code === b.place.code && a.place.name === b.place.name;
    return { t: equal, f: !equal };
  }
  return { t: true, f: true };
}

type Test = (Checked & { kind: 'within' })['tests'][number];

/** Whether a value is one of those tested for; each word it may be is tried by itself. */
export function amongst(of: Span, tests: readonly Test[], value: (node: Checked) => Span): Truth {
  if (of.k === 'word' && of.words) {
    const tried: Span[] = of.words.map((w) => ({ k: 'word', words: [w], none: false }));
    if (of.none) tried.push({ k: 'word', words: [], none: true });
    const each = tried.map((one) => anyOf(tests.map((t) => meets(one, t, value))));
    return { k: 'bool', t: each.some((e) => e.t), f: each.some((e) => e.f) };
  }
  return anyOf(tests.map((t) => meets(of, t, value)));
}

function meets(of: Span, test: Test, value: (node: Checked) => Span): Truth {
  if (test.kind === 'value') return same(of, value(test.value));
  return allOf([
    compared(test.fromOpen ? '>' : '>=', of, value(test.from)),
    compared(test.toOpen ? '<' : '<=', of, value(test.to)),
  ]);
}
