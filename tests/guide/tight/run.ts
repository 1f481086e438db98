import type { Assessment } from '@fuchi/policy/assess/assessment';
import type { Bench } from '../sound/bench.ts';
import { Chance } from '../sound/chance.ts';
import { report } from '../sound/report.ts';
import { judgeOn } from '../sound/sample.ts';
import { type Case, caseOf, hasRows } from './case.ts';
import { fitted, type Holed, holedFrom, isWhole, verdictsOf } from './completions.ts';
import { endsOf, type Reached } from './ends.ts';
import { originOf, withHoles } from './samples.ts';

/** What came of the samples of one line. */
export interface Count {
  samples: number;
  /** Samples left out, as no completion was found that contradicts nothing. */
  lost: number;
  /** Samples of which no two completions of different verdicts were found. */
  agreeing: number;
  /** Agreeing samples whose verdict the engine gives. */
  given: number;
  /** Ends of the ceilings given as intervals, by how they are reached; of lines without rows. */
  ends: Record<Reached, number>;
}

export interface Size {
  /** Samples wanted of each line. */
  readonly samples: number;
  /** Completions judged at most in one search. */
  readonly most: number;
}

export interface LineRun {
  readonly line: string;
  readonly count: Count;
  /** Where the engine doesn't give the one verdict there is. */
  readonly open: readonly string[];
  /** Ends no completion was found for. */
  readonly unreached: readonly string[];
  /** Where a completion has another verdict than the engine gives. */
  readonly wrong: readonly string[];
}

const HOLED = 5;
/** Applicants tried per sample wanted: of some lines few contradict nothing. */
const MOST_TRIES = 4;
const GLANCE = 40;
/** Completions judged at most to find one that contradicts nothing: the applicant the holes were made in is near. */
const WHOLE = 400;
/** Where the first search found nothing, the second may judge so many times more. */
const HARDER = 8;

/** Samples of one line, repeatable by the seed. */
export function runLine(bench: Bench, line: string, seed: number, size: Size): LineRun {
  const ends = { exactly: 0, 'within a fen': 0, 'beyond any cap': 0, 'no amount': 0, not: 0 };
  const count: Count = { samples: 0, lost: 0, agreeing: 0, given: 0, ends };
  const run = { line, count, open: [], unreached: [], wrong: [] };
  const most = MOST_TRIES * Math.ceil(size.samples / HOLED);
  for (let i = 0; i < most && count.samples < size.samples; i++) sample(bench, run, seed + i, size);
  return run;
}

type Growing = { line: string; count: Count } & Record<'open' | 'unreached' | 'wrong', string[]>;

function sample(bench: Bench, run: Growing, seed: number, size: Size): void {
  const chance = new Chance(seed);
  const c = caseOf(bench, run.line, chance);
  const origin = originOf(c.g, chance);
  for (let i = 0; origin && i < HOLED; i++) {
    const given = withHoles(c.g, origin, chance);
    const hole = holedFrom(c.g, given, origin, Math.min(size.most, WHOLE), chance);
    if (!hole) {
      run.count.lost++;
      continue;
    }
    run.count.samples++;
    const assessment = bench.engine.assessed(c.program, given);
    verdictOf(run, c, seed, hole, assessment, size, chance);
    if (!hasRows(bench.guide, run.line)) ceilingOf(run, c, seed, hole, assessment, size, chance);
  }
}

function verdictOf(
  run: Growing,
  c: Case,
  seed: number,
  hole: Holed,
  assessment: Assessment,
  size: Size,
  chance: Chance,
): void {
  const { count } = run;
  const settled = assessment.verdict !== 'undetermined';
  let { shown, exhaustive } = verdictsOf(c.g, hole, settled ? GLANCE : size.most, chance);
  let other = [...shown].find(([v]) => v !== assessment.verdict);
  if (!settled && shown.size === 1 && other && !exhaustive) {
    ({ shown, exhaustive } = verdictsOf(c.g, hole, HARDER * size.most, chance));
    other = [...shown].find(([v]) => v !== assessment.verdict);
  }
  if (settled && other) {
    const says = `${assessment.verdict}，补全后 ${other[0]}`;
    run.wrong.push(report(c.g, hole.given, other[1].applicant, [`种子 ${seed}`, says]));
    return;
  }
  if (shown.size > 1) return;
  count.agreeing++;
  if (!other) count.given++;
  else {
    const clauses = assessment.open.map((o) => o.clause).join('、');
    const says = `待定 ${clauses}，补全${exhaustive ? '' : '（没有穷尽）'}都是 ${other[0]}`;
    run.open.push(report(c.g, hole.given, other[1].applicant, [`种子 ${seed}`, says]));
  }
}

function ceilingOf(
  run: Growing,
  c: Case,
  seed: number,
  hole: Holed,
  assessment: Assessment,
  size: Size,
  chance: Chance,
): void {
  const { ceiling } = assessment;
  if (ceiling === null || 'amount' in ceiling) return;
  const { applicant } = fitted(c.g, hole, size.most, chance);
  const judgement = judgeOn(c.g, applicant);
  // That nobody is eligible is counted with the verdicts.
  if (!isWhole(judgement) || judgement.verdict !== 'eligible') return;
  const eligible = { applicant, judgement };
  const look = (most: number) => endsOf(c.g, hole, ceiling, eligible, most, chance);
  const first = look(size.most);
  const ends = first.some((e) => e.reached === 'not') ? look(HARDER * size.most) : first;
  for (const end of ends) {
    run.count.ends[end.reached]++;
    if (end.reached !== 'not') continue;
    const says = `上限 ${ceiling.atLeast}..${ceiling.atMost ?? ''} 的 ${end.side} 达不到`;
    run.unreached.push(report(c.g, hole.given, end.nearest.applicant, [`种子 ${seed}`, says]));
  }
}
