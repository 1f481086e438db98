import { factUses } from '@fuchi/policy/assess/fact-uses';
import { compile, type Program } from '@fuchi/policy/assess/program';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { Applicant, Told } from '../sound/applicant.ts';
import type { Bench } from '../sound/bench.ts';
import type { Chance } from '../sound/chance.ts';
import { roundFor } from '../sound/round.ts';
import { type Ground, groundOf } from '../sound/sample.ts';

/** A line in a round, as the oracle judges it, with rows to fill its tables with. */
export interface Field extends Ground {
  /** The tables of the line's worked cases, by fact: rows as officials wrote them fit more often than drawn ones. */
  readonly worked: ReadonlyMap<string, readonly Told[]>;
}

/** A line in one round: for the oracle, and as a programme of the engine. */
export interface Case {
  readonly g: Field;
  readonly program: Program;
}

/** A line in a round: half of them with some readings taken otherwise and call conditions switched on. */
export function caseOf(bench: Bench, lineId: string, chance: Chance): Case {
  const { guide, places } = bench;
  const line = guide.lines.find((l) => l.id === lineId);
  if (!line) throw new Error(`no such line: ${lineId}`);
  const round = roundFor(guide, line, false, chance);
  const program = bench.engine.programOf(lineId, round);
  // What this round doesn't ask is not told: figures that don't count aren't held against each other.
  const ground = { ...groundOf(guide, line, round, places), asked: program.asked };
  return { g: { ...ground, worked: tablesOf(bench.seeds.get(lineId) ?? []) }, program };
}

function tablesOf(applicants: readonly Applicant[]): Field['worked'] {
  const tables = new Map<string, Told[]>();
  for (const applicant of applicants) {
    for (const [id, [statement]] of applicant) {
      if (statement?.told.k !== 'table') continue;
      tables.set(id, [...(tables.get(id) ?? []), statement.told]);
    }
  }
  return tables;
}

export function hasRows(guide: CheckedGuide, lineId: string): boolean {
  const program = compile(guide, lineId, { call: [], otherReadings: [] });
  if (!program) return false;
  const { conditions, amount } = factUses(program);
  return [...conditions, ...amount].some((id) => guide.facts[id]?.type.kind === 'rows');
}
