import type { FactSpec } from '@fuchi/policy/checked-guide';
import type { Told, ToldRow } from './applicant.ts';
import {
  add,
  digits,
  type Fraction,
  fraction,
  fromText,
  mul,
  NOTHING,
  order,
  sub,
} from './big-fraction.ts';
import type { Chance } from './chance.ts';
import type { Pool } from './literal-pool.ts';
import type { Place } from './place.ts';
import { dayNumber } from './point-date.ts';
import { bool } from './point-value.ts';

export interface Source {
  readonly chance: Chance;
  readonly pool: Pool;
  readonly regions: readonly Place[];
  /** Figures other facts of the applicant have, by dimension: where two of them meet, rules turn too. */
  readonly near: ReadonlyMap<string, readonly Fraction[]>;
  /** Facts whose absence the guide asks about. */
  readonly absent: ReadonlySet<string>;
}

const MOST_ROWS = 4;

/** Any value of a fact, mostly at, just below or just above a figure of the line. */
export function randomValue(spec: FactSpec, s: Source, path = spec.id): Told {
  const { chance } = s;
  if (s.absent.has(path) && chance.happens(0.25)) return { k: 'none' };
  switch (spec.type.kind) {
    case 'number':
      return { k: 'number', x: figure(spec, spec.type.dimension, s) };
    case 'bool':
      return bool(chance.happens(0.5));
    case 'choice': {
      if (spec.type.many) {
        return { k: 'many', words: spec.options.filter(() => chance.happens(0.4)) };
      }
      return { k: 'word', word: chance.of(spec.options) ?? '' };
    }
    case 'region': {
      const region = chance.of(s.regions);
      return region ? { k: 'place', region } : { k: 'none' };
    }
    case 'rows': {
      const n = chance.below(MOST_ROWS + 1);
      return {
        k: 'table',
        complete: true,
        rows: Array.from({ length: n }, () => randomRow(spec, s, path)),
      };
    }
    default:
      return { k: 'word', word: chance.of(s.pool.words) ?? '' };
  }
}

/** A figure at which the rules turn, or one unit beside it; undefined where the line has none of its kind. */
export function boundaryValue(
  spec: FactSpec,
  s: Source,
): { told: Told; beside: number } | undefined {
  if (spec.type.kind !== 'number') return undefined;
  const { dimension } = spec.type;
  const figures = [...(s.pool.figures.get(dimension) ?? []), ...(s.near.get(dimension) ?? [])];
  const ends = [spec.least, spec.most].flatMap((end) => (end === '' ? [] : [fromText(end)]));
  const at = s.chance.of([...figures, ...ends]);
  if (!at) return undefined;
  const beside = s.chance.below(3) - 1;
  const unit = mul(SMALL[dimension] ?? fraction(1n), fraction(BigInt(beside)));
  const x = add(at, unit);
  return inRange(spec, x) ? { told: { k: 'number', x }, beside } : undefined;
}

/** A row of a table. */
export function randomRow(spec: FactSpec, s: Source, path = spec.id): ToldRow {
  return new Map(
    spec.columns.flatMap((c): [string, Told][] => {
      // What follows from other cells is left to follow, but for a figure that a named source decides.
      const follows = c.derivations.length > 0;
      if (follows && (c.decidedBy === '' || s.chance.happens(0.85))) return [];
      return [[c.id, randomValue(c, s, `${path}.${c.id}`)]];
    }),
  );
}

const SMALL: Readonly<Record<string, Fraction>> = {
  money: fraction(1n, 100n),
  ratio: fraction(1n, 10_000n),
  months: fraction(1n),
  days: fraction(1n, 2n),
  date: fraction(1n),
};

function figure(spec: FactSpec, dimension: string, s: Source): Fraction {
  const { chance } = s;
  const small = SMALL[dimension] ?? fraction(1n);
  const pool = s.pool.figures.get(dimension) ?? [];
  const near = s.near.get(dimension) ?? [];
  let x: Fraction;
  if (near.length > 0 && chance.happens(0.15)) x = chance.of(near) ?? NOTHING;
  else if (pool.length > 0 && chance.happens(0.7)) x = chance.of(pool) ?? NOTHING;
  else x = anywhere(dimension, chance);
  if (chance.happens(0.1) && dimension !== 'date')
    x = mul(x, fraction(chance.happens(0.5) ? 2n : 1n, 2n));
  const step = chance.happens(0.7) ? small : mul(small, fraction(BigInt(chance.below(400))));
  const move = chance.below(4);
  if (move === 1) x = add(x, step);
  if (move === 2) x = sub(x, step);
  return inside(spec, x);
}

function anywhere(dimension: string, chance: Chance): Fraction {
  switch (dimension) {
    case 'date':
      return fraction(BigInt(dayNumber('2016-01-01') + chance.below(2800)));
    case 'money':
      return fraction(BigInt(chance.below(60_000)) * 10_000n);
    case 'ratio':
      return fraction(BigInt(chance.below(10_001)), 10_000n);
    case 'months':
      return fraction(BigInt(chance.below(121)));
    case 'days':
      return fraction(BigInt(chance.below(60)), 2n);
    default:
      return fraction(
        BigInt(chance.of([chance.below(12), chance.below(2000), chance.below(100_000)]) ?? 0),
      );
  }
}

/** The nearest value in the fact's range that can be written down. */
function inside(spec: FactSpec, wanted: Fraction): Fraction {
  let x = wanted;
  const date = spec.type.kind === 'number' && spec.type.dimension === 'date';
  if (spec.integer || date) x = fraction(x.n / x.d);
  else if (digits(mul(x, fraction(100n))) === undefined)
    x = fraction((x.n * 10_000n) / x.d, 10_000n);
  if (spec.least !== '' && order(x, fromText(spec.least)) < 0) x = fromText(spec.least);
  if (spec.most !== '' && order(x, fromText(spec.most)) > 0) x = fromText(spec.most);
  return x;
}

/** Whether a figure may be told of a fact. */
export function inRange(spec: FactSpec, x: Fraction): boolean {
  return order(inside(spec, x), x) === 0;
}
