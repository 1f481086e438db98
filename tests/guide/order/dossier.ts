import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { GivenFacts } from '@fuchi/policy/facts/given';
import { readGivenFacts } from '@fuchi/policy/facts/read-facts';
import type { Regions } from '@fuchi/values/region';
import type { Applicant, Statement, Told } from '../sound/applicant.ts';
import { type Fraction, fromText, rounded } from '../sound/big-fraction.ts';
import { stated } from '../sound/sample.ts';
import { inputOf } from '../sound/told-input.ts';
import type { Enterprise } from './applicant-pool.ts';

/** Everything an enterprise can answer, told piece by piece. */
export interface Dossier {
  /** What is known once these facts are asked, with what the round supplies before the first question. */
  readonly told: (facts: readonly string[]) => GivenFacts;
  /** How many answers that takes: a table is filled in cell by cell. */
  readonly answersFor: (facts: readonly string[]) => number;
}

export function dossierOf(guide: CheckedGuide, regions: Regions, e: Enterprise): Dossier {
  const whole = new Map([...followed(guide, e), ...e.applicant]);
  const context = { units: new Set(guide.guide.units), regions };
  const { facts, faults } = readGivenFacts(guide, inputOf(whole, guide.facts), context);
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  const supplied = [...facts].filter(([id]) => guide.facts[id]?.supplied !== '');
  return {
    told: (asked) => {
      const told = new Map(supplied);
      for (const id of asked) {
        const statements = facts.get(id);
        if (statements) told.set(id, statements);
      }
      return told;
    },
    answersFor: (asked) =>
      asked.reduce((sum, id) => sum + answersIn(e.applicant.get(id)?.[0]?.told), 0),
  };
}

/** One for a fact; for a table one for its cells each, and at least that there is no row. */
function answersIn(told: Told | undefined): number {
  if (told?.k !== 'table') return 1;
  const cells = told.rows.flatMap((row) => [...row.values()].map(answersIn));
  return Math.max(
    1,
    cells.reduce((sum, n) => sum + n, 0),
  );
}

/** Figures that follow from what the enterprise tells: asked for them, it can say them. */
function followed(guide: CheckedGuide, e: Enterprise): Applicant {
  return new Map(
    Object.values(guide.facts).flatMap((spec): [string, readonly Statement[]][] => {
      if (spec.derivations.length === 0 || e.applicant.has(spec.id)) return [];
      const value = e.judgement.valueOf(spec.id);
      if (!value || value.k === 'rows' || value.k === 'list' || value.k === 'none') return [];
      return [[spec.id, stated(value.k === 'number' ? { ...value, x: written(value.x) } : value)]];
    }),
  );
}

/** A mean or a quotient may have no end; enough digits are written down. */
function written(x: Fraction): Fraction {
  return rounded(x, fromText('1/1000000'), 'half-up');
}
