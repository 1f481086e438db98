import type { FactSpec } from '@fuchi/policy/checked-guide';
import { walk } from '@fuchi/policy/walk';
import type { Applicant, Told } from '../sound/applicant.ts';
import {
  add,
  digits,
  div,
  type Fraction,
  fraction,
  fromText,
  mul,
  NOTHING,
  sub,
} from '../sound/big-fraction.ts';
import { monthsLater } from '../sound/point-date.ts';
import { bool } from '../sound/point-value.ts';
import { inRange } from '../sound/random-value.ts';
import type { Ground } from '../sound/sample.ts';
import type { Part } from './part.ts';

/** Figures by dimension on which the values of some facts turn. */
export type Figures = ReadonlyMap<string, readonly Fraction[]>;

/** More figures than this of one dimension say nothing new. */
const MOST = 40;

/** The literals of a part's rules and the told figures they name. */
export function figuresOf(
  g: Ground,
  part: Part,
  told: Applicant,
  extra: readonly Fraction[],
): Figures {
  const found = new Map<string, Map<string, Fraction>>();
  const put = (dimension: string, x: Fraction) => {
    const all = found.get(dimension) ?? new Map<string, Fraction>();
    if (all.size < MOST) found.set(dimension, all.set(`${x.n}/${x.d}`, x));
  };
  for (const x of extra) put('money', x);
  for (const id of part.named) {
    const type = g.guide.facts[id]?.type;
    const fact = told.get(id)?.[0]?.told;
    if (type?.kind === 'number' && fact?.k === 'number') put(type.dimension, fact.x);
  }
  for (const tree of part.trees) {
    walk(tree, (n) => {
      if (n.kind === 'literal' && n.type.kind === 'number')
        put(n.type.dimension, fromText(n.value));
    });
  }
  const of = (dimension: string) => [...(found.get(dimension)?.values() ?? [])];
  // Solved backwards: where a share of one figure meets another, where two make a third.
  for (const a of of('money')) {
    for (const r of of('ratio')) for (const x of [mul(a, r), div(a, r)]) if (x) put('money', x);
  }
  const amounts = of('money');
  for (const a of amounts) for (const b of amounts) if (a !== b) put('money', sub(a, b));
  const year = fraction(12n);
  for (const a of of('date')) {
    // Complete years come in whole years: the next above 1 year is 2.
    for (const m of of('months').flatMap((x) => [x, add(x, year)])) {
      for (const by of [m, sub(NOTHING, m)])
        put('date', fraction(BigInt(monthsLater(Number(a.n), Number(by.n / by.d)))));
    }
  }
  return new Map([...found].map(([d, all]) => [d, [...all.values()]]));
}

/** Values that meet what other unknown facts are filled with: equal to it, a share of it, so many months from it. */
export function meetingValues(
  g: Ground,
  spec: FactSpec,
  part: Part,
  now: Applicant,
  figures: Figures,
): Told[] {
  if (spec.type.kind !== 'number') return [];
  const { dimension } = spec.type;
  const others = part.named.flatMap((id) => {
    const type = g.guide.facts[id]?.type;
    const told = id === spec.id ? undefined : now.get(id)?.[0]?.told;
    return type?.kind === 'number' && type.dimension === dimension && told?.k === 'number'
      ? [told.x]
      : [];
  });
  const shares = dimension === 'money' ? (figures.get('ratio') ?? []).slice(0, 8) : [];
  const met = others.flatMap((x) => [x, ...shares.flatMap((r) => [mul(x, r), div(x, r) ?? x])]);
  return numbers(spec, dimension, new Map([[dimension, met]]));
}

const SMALL: Readonly<Record<string, Fraction>> = {
  money: fraction(1n, 100n),
  ratio: fraction(1n, 10_000n),
  days: fraction(1n, 2n),
};

/**
 * The values at which the outcome of a rule can change: each figure, just below, just above, the ends of the range;
 * every word and truth; 无 where the guide asks for it.
 */
export function boundaryValues(g: Ground, spec: FactSpec, figures: Figures): Told[] {
  const none: Told[] = g.absent.has(spec.id) ? [{ k: 'none' }] : [];
  switch (spec.type.kind) {
    case 'bool':
      return [bool(true), bool(false)];
    case 'number':
      return [...numbers(spec, spec.type.dimension, figures), ...none];
    case 'choice':
      return spec.type.many
        ? subsets(spec.options)
        : [...spec.options.map((word): Told => ({ k: 'word', word })), ...none];
    case 'region':
      return [...kindsOfPlace(g), ...none];
    default:
      return [...g.pool.words.map((word): Told => ({ k: 'word', word })), ...none];
  }
}

function numbers(spec: FactSpec, dimension: string, figures: Figures): Told[] {
  const small = SMALL[dimension] ?? fraction(1n);
  const ends = [spec.least, spec.most].filter((x) => x !== '').map(fromText);
  const around = [...ends, ...(figures.get(dimension) ?? [])].flatMap((x) => {
    const at = tellable(spec, dimension, x);
    return [at, add(at, small), sub(at, small)];
  });
  const distinct = new Map(around.map((x) => [`${x.n}/${x.d}`, x]));
  return [...distinct.values()]
    .filter((x) => inRange(spec, x))
    .map((x): Told => ({ k: 'number', x }));
}

/** The figure itself, or the last one before it that can be written down. */
function tellable(spec: FactSpec, dimension: string, x: Fraction): Fraction {
  if (spec.integer || dimension === 'date') return fraction(x.n / x.d);
  return digits(mul(x, fraction(100n))) === undefined
    ? fraction((x.n * 10_000n) / x.d, 10_000n)
    : x;
}

function subsets(options: readonly string[]): Told[] {
  let all: string[][] = [[]];
  for (const option of options) all = all.flatMap((some) => [some, [...some, option]]);
  return all.map((words): Told => ({ k: 'many', words }));
}

/** One place of each kind the rules tell apart: province, zone and level. */
function kindsOfPlace(g: Ground): Told[] {
  const kinds = new Map(g.regions.map((r) => [`${r.province} ${r.zone} ${r.level}`, r]));
  return [...kinds.values()].map((region): Told => ({ k: 'place', region }));
}
