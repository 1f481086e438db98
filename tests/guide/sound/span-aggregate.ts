import { type Fraction, fraction, NOTHING, order, whole } from './big-fraction.ts';
import {
  ABSENT,
  ANY,
  either,
  exactly,
  type Items,
  isOne,
  larger,
  lesser,
  over,
  plus,
  type Range,
  range,
  type Span,
} from './span.ts';

/** An aggregate of items that may be unknown, may not belong, or may not all be told yet. */
export function aggregateOf(op: string, list: Items): Span {
  const { items, more } = list;
  const sure = items.filter((i) => i.sure);
  if (op === 'count') return range(whole(sure.length), more ? undefined : whole(items.length));
  if (op === 'distinct') return distinct(list);
  const all = items.map((i) => ({ ...i, of: figures(i.of) })).filter((i) => i.of.some);
  const rest = more && figures(more);
  if (op === 'sum') {
    const parts = all.map((i) => (i.sure && !i.of.none ? i.of : withNothing(i.of)));
    const total = parts.reduce(plus, exactly(NOTHING));
    return rest?.some ? plus(total, withoutEnd(rest)) : total;
  }
  const possible = rest?.some ? [...all.map((i) => i.of), rest] : all.map((i) => i.of);
  if (possible.length === 0) return ABSENT;
  const certain = all.filter((i) => i.sure && !i.of.none).map((i) => i.of);
  const none = certain.length === 0;
  const [lows, highs] = [possible.map((p) => p.lo), possible.map((p) => p.hi)];
  if (op === 'mean') {
    if (certain.length === possible.length) {
      const number = exactly(fraction(BigInt(certain.length)));
      return over(certain.reduce(plus, exactly(NOTHING)), number);
    }
    return { ...range(lesser(lows), larger(highs)), none };
  }
  const told = (end: 'lo' | 'hi') => certain.flatMap((c) => c[end] ?? []);
  if (op === 'min') {
    const hi = told('hi').length > 0 ? lesser(told('hi')) : none ? larger(highs) : undefined;
    return { ...range(lesser(lows), hi), none };
  }
  const lo = told('lo').length > 0 ? larger(told('lo')) : none ? lesser(lows) : undefined;
  return { ...range(lo, larger(highs)), none };
}

function figures(of: Span): Range {
  return of.k === 'number' ? { ...of } : ANY;
}

function withNothing(of: Range): Range {
  const grown = either({ ...of, none: false }, exactly(NOTHING));
  return grown.k === 'number' ? grown : of;
}

/** Any number of such figures together. */
function withoutEnd(of: Range): Range {
  const low = of.lo === undefined || order(of.lo, NOTHING) < 0;
  const high = of.hi === undefined || order(of.hi, NOTHING) > 0;
  return range(low ? undefined : NOTHING, high ? undefined : NOTHING);
}

function distinct({ items, more }: Items): Range {
  const known = (of: Span): string | undefined => {
    if (of.k === 'word' && of.words?.length === 1 && !of.none) return `word ${of.words[0]}`;
    if (of.k === 'number' && isOne(of)) return `number ${key(of.lo)}`;
    if (of.k === 'place' && of.place) return `place ${of.place.code}`;
    return of.k === 'bool' && of.t !== of.f ? `bool ${of.t}` : undefined;
  };
  const absent = (of: Span) =>
    (of.k === 'number' && !of.some) || (of.k === 'word' && of.words?.length === 0);
  const present = (of: Span) => !((of.k === 'number' || of.k === 'word') && of.none);
  const counted = items.filter((i) => !absent(i.of));
  const certain = counted.filter((i) => i.sure && present(i.of));
  const least = new Set(certain.flatMap((i) => known(i.of) ?? []));
  const seen = new Set(counted.flatMap((i) => known(i.of) ?? []));
  const unknown = counted.filter((i) => known(i.of) === undefined);
  return range(
    whole(Math.max(least.size, certain.length > 0 ? 1 : 0)),
    more && !absent(more) ? undefined : whole(seen.size + unknown.length),
  );
}

function key(x: Fraction | undefined): string {
  return x ? `${x.n}/${x.d}` : '';
}
