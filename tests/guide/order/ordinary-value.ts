import type { FactSpec } from '@fuchi/policy/checked-guide';
import type { Told, ToldRow } from '../sound/applicant.ts';
import { type Fraction, fraction, fromText, NOTHING, order } from '../sound/big-fraction.ts';
import type { Chance } from '../sound/chance.ts';
import type { Pool } from '../sound/literal-pool.ts';
import { dayNumber } from '../sound/point-date.ts';
import { bool } from '../sound/point-value.ts';
import type { Ground } from '../sound/sample.ts';

const MOST_ROWS = 4;

/**
 * What some enterprise may answer, drawn from the fact's type alone: yes or no alike, every option and place alike,
 * amounts alike in each order of magnitude, dates alike over seven years. Which value a condition wants plays no part.
 */
export function ordinaryValue(spec: FactSpec, g: Ground, chance: Chance, path = spec.id): Told {
  if (g.absent.has(path) && chance.happens(0.25)) return { k: 'none' };
  switch (spec.type.kind) {
    case 'number':
      return { k: 'number', x: within(spec, figure(spec.type.dimension, g.pool, chance)) };
    case 'bool':
      return bool(chance.happens(0.5));
    case 'choice':
      return spec.type.many
        ? { k: 'many', words: spec.options.filter(() => chance.happens(0.5)) }
        : { k: 'word', word: chance.of(spec.options) ?? '' };
    case 'region': {
      const region = chance.of(g.regions);
      return region ? { k: 'place', region } : { k: 'none' };
    }
    case 'rows': {
      const rows = Array.from({ length: 1 + chance.below(MOST_ROWS) }, () =>
        ordinaryRow(spec, g, chance, path),
      );
      return { k: 'table', complete: true, rows };
    }
    default:
      return { k: 'word', word: `第${chance.below(1000)}号` };
  }
}

function ordinaryRow(spec: FactSpec, g: Ground, chance: Chance, path: string): ToldRow {
  return new Map(
    spec.columns
      .filter((c) => c.derivations.length === 0)
      .map((c) => [c.id, ordinaryValue(c, g, chance, `${path}.${c.id}`)]),
  );
}

function figure(dimension: string, pool: Pool, chance: Chance): Fraction {
  switch (dimension) {
    case 'date':
      return whole(dayNumber('2018-01-01') + chance.below(7 * 365));
    // 10万元 to 10亿元.
    case 'money':
      return whole(Math.round(10 ** (5 + 4 * chance.next())));
    case 'ratio':
      return fraction(BigInt(chance.below(15_001) - 5_000), 10_000n);
    case 'months':
      return whole(chance.below(121));
    case 'days':
      return fraction(BigInt(chance.below(41)), 2n);
    case 'count:年度':
      return whole(2016 + chance.below(7));
    default: {
      // How large counts of a unit are, only the guide says: up to thirty times more or less than a figure of its own.
      const near = chance.of(pool.figures.get(dimension) ?? []) ?? whole(30);
      return whole(Math.round((Number(near.n) / Number(near.d)) * 30 ** (2 * chance.next() - 1)));
    }
  }
}

function whole(n: number): Fraction {
  return fraction(BigInt(n));
}

/** The nearest value that may be told of the fact. */
function within(spec: FactSpec, x: Fraction): Fraction {
  const least = spec.least === '' ? undefined : fromText(spec.least);
  const most = spec.most === '' ? undefined : fromText(spec.most);
  if (least && order(x, least) < 0) return order(least, NOTHING) === 0 ? negative(x) : least;
  return most && order(x, most) > 0 ? most : x;
}

function negative(x: Fraction): Fraction {
  return fraction(-x.n, x.d);
}

/** What an enterprise tells of itself: whatever doesn't follow from something else. */
export function toldFacts(g: Ground): FactSpec[] {
  return g.asked.flatMap((id) => {
    const spec = g.guide.facts[id];
    return spec && spec.derivations.length === 0 ? [spec] : [];
  });
}
