import type { Assessment } from '@fuchi/policy/assess/assessment';
import type { Program } from '@fuchi/policy/assess/program';
import type { CheckedLine } from '@fuchi/policy/checked-guide';
import { differences, wrongAbout } from './agreement.ts';
import { type Applicant, PAID } from './applicant.ts';
import type { Bench } from './bench.ts';
import { Chance } from './chance.ts';
import { completions, counts, type Whole } from './completions.ts';
import { featuresOf } from './features.ts';
import { filled, holed } from './holes.ts';
import { changesInVain, quickDifferences, quickOf } from './other-answers.ts';
import { boundaryValue, randomValue } from './random-value.ts';
import { report } from './report.ts';
import { roundFor } from './round.ts';
import {
  changed,
  type Ground,
  groundOf,
  judgeOn,
  mended,
  sourceFor,
  stated,
  wholeApplicant,
  withAudit,
  withTotals,
} from './sample.ts';
import { lessThan } from './span-agreement.ts';
import { spanned } from './span-oracle.ts';
import type { Tally } from './tally.ts';

export interface Size {
  readonly cases: number;
  /** Steps from filling to filling for each applicant with holes. */
  readonly steps: number;
  /** Faults after which a line is given up. */
  readonly faults: number;
}

const TRIES = 200;
/** Tries to find what would make a half told total possible. */
const WITNESS = 80;
const ORIGINS = 6;
const COMPLETE = 4;
const HOLED = 7;

/** One line in one round, with what the engine compiled for it. */
interface Run {
  readonly bench: Bench;
  readonly g: Ground;
  readonly program: Program;
  readonly quick: ReturnType<typeof quickOf>;
  readonly chance: Chance;
  readonly tally: Tally;
  readonly size: Size;
  readonly faults: string[];
}

/** Compares engine and oracle on random applicants of a line, whole and with holes; says where they differ. */
export function lineRun(
  bench: Bench,
  line: CheckedLine,
  size: Size,
  seed: number,
  tally: Tally,
): string[] {
  const faults: string[] = [];
  const done = () => tally.complete + tally.holed >= size.cases || faults.length >= size.faults;
  // A line that makes contradicting applicants alone would never end.
  for (let r = 0; !done() && r < size.cases; r++) {
    const chance = new Chance(seed + 7919 * r);
    const round = roundFor(bench.guide, line, r === 0, chance);
    const program = bench.engine.programOf(line.id, round);
    const g = groundOf(bench.guide, line, round, bench.places);
    const run = { bench, g, program, quick: quickOf(program), chance, tally, size, faults };
    if (r === 0) compareSeeds(run);
    let origin: Whole | undefined;
    for (let i = 0; i < ORIGINS && !done(); i++) {
      origin = nextOrigin(run, origin);
      compareOrigin(run, origin, done);
    }
  }
  return faults;
}

/** The applicants of the worked cases as they are, as far as they are told in full. */
function compareSeeds(run: Run): void {
  const { bench, g } = run;
  for (const seed of bench.seeds.get(g.line.id) ?? []) {
    if (run.faults.length >= run.size.faults) return;
    const applicant = new Map([...seed].filter(([id]) => g.asked.includes(id)));
    const judgement = judgeOn(g, applicant);
    if (judgement.contradictions.length === 0 && judgement.told)
      compareWhole(run, { applicant, judgement });
  }
}

/** A fresh applicant, or one a worked case's, or one a few changes from the last: making a fitting one from nothing takes long. */
function nextOrigin({ bench, g, chance }: Run, last: Whole | undefined): Whole {
  const wanted = chance.happens(0.75) ? 'eligible' : 'consistent';
  const free = new Set(g.asked);
  const seed = chance.of(bench.seeds.get(g.line.id) ?? []);
  if (seed && chance.happens(last ? 0.4 : 0.8)) {
    const told = new Map([...seed].filter(([id]) => free.has(id)));
    return mended(g, filled(g, told, told, chance), free, wanted, TRIES / 2, chance);
  }
  if (!last || chance.happens(0.1))
    return mended(g, wholeApplicant(g, chance), free, wanted, TRIES, chance);
  let { applicant } = last;
  for (let i = 0; i < 3; i++) applicant = changed(g, applicant, chance.of(g.asked) ?? '', chance);
  return mended(g, applicant, free, wanted, TRIES / 5, chance);
}

function compareOrigin(run: Run, made: Whole, done: () => boolean): void {
  const { g, chance } = run;
  let { applicant } = made;
  if (chance.happens(0.25)) applicant = withTotals(g, applicant, chance);
  if (chance.happens(0.25)) applicant = withAudit(g, applicant, chance);
  const origin = { applicant, judgement: judgeOn(g, applicant) };
  const { contradictions, told } = origin.judgement;
  if (contradictions.length > 0 || !told) return;
  compareWhole(run, origin);
  for (let i = 1; i < COMPLETE && !done(); i++) {
    const beside = besideOf(run, applicant);
    const judgement = judgeOn(g, beside);
    if (judgement.contradictions.length === 0 && judgement.told)
      compareWhole(run, { applicant: beside, judgement });
  }
  if (!counts(origin.judgement) || g.asked.length === 0) return;
  for (let i = 0; i < HOLED && !done(); i++) compareHoled(run, origin);
}

/** The applicant with one figure at a boundary, or one fact told otherwise. */
function besideOf({ g, chance }: Run, applicant: Applicant): Applicant {
  const absent = chance.of([...g.absent].filter((id) => applicant.has(id)));
  if (absent !== undefined && chance.happens(0.15))
    return new Map([...applicant, [absent, stated({ k: 'none' })]]);
  const figures = [...applicant].filter(
    ([id, told]) => g.guide.facts[id]?.type.kind === 'number' && !told.some((s) => s.moment),
  );
  const [id = ''] = chance.of(figures) ?? [];
  const spec = g.guide.facts[id];
  const value =
    spec && chance.happens(0.7) ? boundaryValue(spec, sourceFor(g, applicant, chance)) : undefined;
  if (value) return new Map([...applicant, [id, stated(value.told)]]);
  return changed(g, applicant, chance.of(g.asked) ?? '', chance);
}

function compareWhole(run: Run, whole: Whole): void {
  const { bench, g, program, tally } = run;
  const assessment = bench.engine.assessed(program, whole.applicant);
  const wrong = [
    ...differences(assessment, whole.judgement),
    ...lessThan(assessment, spanned(g, whole.applicant)),
    ...quickDifferences(run.quick, program, bench.engine.given(whole.applicant), whole.judgement),
    ...changesInVain(g, program, whole.applicant, assessment),
  ];
  if (wrong.length > 0 && !canBe(run, whole)) {
    tally.passedOver++;
    return;
  }
  tally.complete++;
  noted(run, whole.applicant, assessment);
  if (wrong.length > 0) run.faults.push(report(g, whole.applicant, whole.applicant, wrong));
}

function compareHoled(run: Run, origin: Whole): void {
  const { bench, g, program, chance, tally, size } = run;
  const given = holed(g, origin.applicant, chance);
  const assessment = bench.engine.assessed(program, given);
  const seen = new Set<string>();
  for (const { whole, kind } of completions(g, given, origin, size.steps, chance)) {
    const wrong = wrongAbout(assessment, whole.judgement);
    // Of what can't be, nothing is to be said; looked for only where something seems wrong, as it takes long.
    if (wrong.length > 0 && !canBe(run, whole)) {
      tally.passedOver++;
      continue;
    }
    tally.completions++;
    if (kind === 'below' || kind === 'at' || kind === 'above') tally[kind]++;
    if (whole.judgement.verdict === 'eligible') tally.eligibleCompletions++;
    seen.add(whole.judgement.verdict);
    if (wrong.length === 0) continue;
    run.faults.push(shrunk(run, given, whole));
    return;
  }
  // Sources that no filling reconciles say nothing that could be compared.
  if (seen.size === 0) return;
  const wrong = lessThan(assessment, spanned(g, given));
  // Of an applicant that can't be, the engine sees the contradiction; what is told of it then counts for nothing.
  if (wrong.length > 0 && !canBe(run, origin)) {
    tally.passedOver++;
    return;
  }
  // A source that contradicts another figure puts both in doubt (G18): where sources disagree, only completions tell.
  if (wrong.length > 0 && assessment.conflicts.length === 0)
    run.faults.push(report(g, given, origin.applicant, wrong));
  tally.holed++;
  noted(run, given, assessment);
  if (assessment.verdict !== 'undetermined') return;
  if (seen.has('eligible') && seen.has('ineligible')) tally.bothSeen++;
  else if (seen.has('undetermined')) tally.openItself++;
  else tally.oneSeen++;
}

/** Whether what isn't told of an applicant can be told so that its totals follow from their parts. */
function canBe({ g, chance }: Run, whole: Whole): boolean {
  if (!whole.judgement.halfTold) return true;
  const untold = new Set(
    g.asked.filter(
      (id) =>
        !whole.applicant.has(id) && g.guide.facts[id]?.derivations.length === 0 && id !== PAID,
    ),
  );
  const told = new Map(whole.applicant);
  for (const id of untold) {
    const spec = g.guide.facts[id];
    if (spec) told.set(id, stated(randomValue(spec, sourceFor(g, told, chance))));
  }
  const { judgement } = mended(g, told, untold, 'consistent', WITNESS, chance);
  return judgement.contradictions.length === 0 && !judgement.halfTold;
}

function noted({ g, tally }: Run, applicant: Applicant, assessment: Assessment): void {
  tally[assessment.verdict]++;
  if (assessment.ceiling && 'atLeast' in assessment.ceiling) tally.intervals++;
  for (const feature of featuresOf(g, applicant)) tally.features[feature]++;
}

/** Fills holes one by one as long as the answer stays wrong, and reports the smallest left. */
function shrunk({ bench, g, program }: Run, given: Applicant, whole: Whole): string {
  const wrongWith = (a: Applicant) =>
    wrongAbout(bench.engine.assessed(program, a), whole.judgement);
  let smallest = given;
  for (const [id, statements] of whole.applicant) {
    const tried = new Map([...smallest, [id, statements]]);
    if (wrongWith(tried).length > 0) smallest = tried;
  }
  return report(g, smallest, whole.applicant, wrongWith(smallest));
}
