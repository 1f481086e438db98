import type { FactSpec } from '@fuchi/policy/checked-guide';
import { type Applicant, PAID, type Statement, type Told, type ToldRow } from './applicant.ts';
import type { Chance } from './chance.ts';
import { randomRow, randomValue, type Source } from './random-value.ts';
import { type Ground, sourceFor, stated } from './sample.ts';

/** The applicant with some facts, rows and cells not told. */
export function holed(g: Ground, applicant: Applicant, chance: Chance): Applicant {
  const share = chance.of([0, 0.05, 0.15, 0.3, 0.6]) ?? 0.3;
  const kept = new Map<string, readonly Statement[]>();
  for (const [id, statements] of applicant) {
    if (id !== PAID && chance.happens(share)) continue;
    const spec = g.guide.facts[id];
    const [only, more] = statements;
    if (only?.moment) {
      const left = chance.happens(share) ? [chance.of(statements) ?? only] : statements;
      kept.set(id, left);
      continue;
    }
    if (spec && only && !more && spec.decidedBy === '' && chance.happens(0.04)) {
      kept.set(id, disputed(spec, only.told, sourceFor(g, applicant, chance)));
      continue;
    }
    kept.set(
      id,
      statements.map((s) => ({ ...s, told: holedRows(s.told, chance) })),
    );
  }
  return kept;
}

/** Two sources that may disagree and of which none decides: what is said must hold whichever is right. */
function disputed(spec: FactSpec, told: Told, s: Source): readonly Statement[] {
  const both = [
    { source: '企业申报', told },
    { source: '审计报告', told: randomValue(spec, s) },
  ];
  return s.chance.happens(0.5) ? both : both.reverse();
}

function holedRows(told: Told, chance: Chance): Told {
  if (told.k !== 'table' || chance.happens(0.4)) return told;
  const complete = chance.happens(0.5);
  const rows = complete ? told.rows : told.rows.slice(0, chance.below(told.rows.length + 1));
  const cells = chance.of([0, 0.05, 0.3]) ?? 0;
  const cell = ([id, value]: [string, Told]): [string, Told][] =>
    chance.happens(cells) ? [] : [[id, holedRows(value, chance)]];
  return {
    k: 'table',
    complete,
    rows: rows.map((row): ToldRow => new Map([...row].flatMap(cell))),
  };
}

/** The same applicant with every hole filled: from the whole one it was made of, or with anything. */
export function filled(g: Ground, given: Applicant, origin: Applicant, chance: Chance): Applicant {
  const fresh = chance.of([0, 0.3, 1]) ?? 1;
  const result = new Map<string, readonly Statement[]>();
  for (const id of g.asked) {
    const spec = g.guide.facts[id];
    // While nothing is said of earlier payments, the stages are those of the plan.
    if (!spec || (id === PAID && !given.has(id))) continue;
    const source = sourceFor(g, result, chance);
    const told = given.get(id);
    const was = origin.get(id);
    if (told) result.set(id, filledStatements(g, spec, told, was, fresh, source));
    else if (was && !chance.happens(fresh)) result.set(id, was);
    else if (was || (spec.derivations.length === 0 && chance.happens(0.3))) {
      // A figure that follows from others is left to follow.
      if (spec.derivations.length === 0) result.set(id, stated(randomValue(spec, source)));
      else if (was && chance.happens(0.3)) result.set(id, stated(randomValue(spec, source)));
    }
  }
  return result;
}

/** Of sources that disagree one is right; a plan that isn't told beside the audit is any; holes in rows are filled. */
function filledStatements(
  g: Ground,
  spec: FactSpec,
  told: readonly Statement[],
  was: readonly Statement[] | undefined,
  fresh: number,
  s: Source,
): readonly Statement[] {
  if (told.some((x) => x.moment)) {
    if (told.some((x) => x.moment === '申报')) return told;
    const plan = was?.find((x) => x.moment === '申报');
    const kept = plan && !s.chance.happens(fresh) ? plan.told : randomValue(spec, s);
    return [{ source: '', moment: '申报', told: kept }, ...told];
  }
  const before = was?.[0]?.told;
  const lower = g.round.otherReadings.has('G18') && spec.type.kind === 'number';
  const decided = spec.decidedBy !== '' || lower;
  const right = decided ? told : [s.chance.of(told)].flatMap((x) => x ?? []);
  return right.map((x) => ({
    ...x,
    told: filledRows(spec, x.told, before, fresh, s, spec.id),
  }));
}

/** The applicant with what is open of one fact filled otherwise. */
export function refilled(
  g: Ground,
  given: Applicant,
  now: Applicant,
  id: string,
  chance: Chance,
): Applicant {
  const spec = g.guide.facts[id];
  const told = given.get(id);
  if (!spec || !told) return now;
  const fresh = chance.of([0.3, 1]) ?? 1;
  const source = sourceFor(g, now, chance);
  return new Map([...now, [id, filledStatements(g, spec, told, now.get(id), fresh, source)]]);
}

function filledRows(
  spec: FactSpec,
  told: Told,
  was: Told | undefined,
  fresh: number,
  s: Source,
  path: string,
): Told {
  if (told.k !== 'table') return told;
  const { chance } = s;
  const before = was?.k === 'table' ? was.rows : [];
  const rows = told.rows.map((row, i): ToldRow => {
    const whole = new Map<string, Told>();
    for (const column of spec.columns) {
      const inner = `${path}.${column.id}`;
      const cell = row.get(column.id);
      const old = before[i]?.get(column.id);
      if (cell) whole.set(column.id, filledRows(column, cell, old, fresh, s, inner));
      else if (old && !chance.happens(fresh)) whole.set(column.id, old);
      else if (column.derivations.length === 0) whole.set(column.id, randomValue(column, s, inner));
    }
    return whole;
  });
  if (told.complete) return { k: 'table', rows, complete: true };
  const more = chance.happens(fresh)
    ? Array.from({ length: chance.below(4) }, () => randomRow(spec, s, path))
    : before.slice(rows.length);
  return { k: 'table', rows: [...rows, ...more], complete: true };
}
