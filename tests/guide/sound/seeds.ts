import { type Domain, isKnown } from '@fuchi/policy/bounds/domain';
import { readCases } from '@fuchi/policy/case/read-case';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { readGivenFacts } from '@fuchi/policy/facts/read-facts';
import { roundFacts } from '@fuchi/policy/facts/round-facts';
import { toFraction } from '@fuchi/values/rational';
import type { Regions } from '@fuchi/values/region';
import type { Applicant, Statement, Told, ToldRow } from './applicant.ts';
import { fromText } from './big-fraction.ts';
import type { Place } from './place.ts';

/**
 * The applicants of a line's worked cases. Random ones seldom have eight training classes in four cities; these do,
 * and what is compared are changes of them. They are examples only: what is expected of them isn't looked at.
 */
export function seedsOf(
  guide: CheckedGuide,
  files: ReadonlyMap<string, string>,
  places: readonly Place[],
  regions: Regions,
): Map<string, Applicant[]> {
  const context = { units: new Set(guide.guide.units), regions };
  const seeds = new Map<string, Applicant[]>();
  for (const line of guide.lines) {
    const path = `cases/${line.id}.yaml`;
    const { cases } = readCases(path, files.get(path) ?? '[]');
    const applicants = cases.map((example): Applicant => {
      const clocks = roundFacts(guide, example.round.clocks, example.asOf);
      const { facts } = readGivenFacts(guide, { ...clocks, ...example.facts }, context);
      const all = [...facts].map(([id, statements]): [string, readonly Statement[]] => [
        id,
        statements.flatMap(({ domain, source, moment }) => {
          const told = toldBy(domain, places);
          return told ? [{ source, told, ...(moment ? { moment } : {}) }] : [];
        }),
      ]);
      return new Map(all.filter(([, statements]) => statements.length > 0));
    });
    seeds.set(line.id, applicants);
  }
  return seeds;
}

/** The value of a domain that holds one; undefined of any other. */
function toldBy(d: Domain, places: readonly Place[]): Told | undefined {
  switch (d.kind) {
    case 'num':
      if (!d.some) return { k: 'none' };
      return d.lo && !d.none ? { k: 'number', x: fromText(toFraction(d.lo)) } : undefined;
    case 'truth':
      return d.t === d.f ? undefined : { k: 'bool', is: d.t };
    case 'word': {
      const [word, more] = d.values ?? [];
      if (word === undefined) return d.none ? { k: 'none' } : undefined;
      return more === undefined && !d.none ? { k: 'word', word } : undefined;
    }
    case 'many':
      return d.has && { k: 'many', words: d.has };
    case 'place': {
      const region = d.region && places.find((p) => p.name === d.region?.name);
      return region && { k: 'place', region };
    }
    case 'rows':
      return {
        k: 'table',
        complete: d.rest === undefined,
        rows: d.items.map(({ value }) => {
          const cells = [...value.cells].flatMap(([id, cell]): [string, Told][] => {
            const told = isKnown(cell) ? toldBy(cell, places) : undefined;
            return told ? [[id, told]] : [];
          });
          const row: ToldRow = new Map(cells);
          return row;
        }),
      };
    default:
      return undefined;
  }
}
