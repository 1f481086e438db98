import { writeFileSync } from 'node:fs';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import { assess } from '@fuchi/policy/assess/assess';
import type { Assessment } from '@fuchi/policy/assess/assessment';
import { compile, type Program } from '@fuchi/policy/assess/program';
import { PAID } from '@fuchi/policy/checked-guide';
import { compileExactProgram, exactFacts, screen } from '@fuchi/policy/exact/screen';
import { readGivenFacts } from '@fuchi/policy/facts/read-facts';
import { toFraction } from '@fuchi/values/rational';
import { regionsFrom } from '@fuchi/values/region';
import { afterAll, describe, expect, it } from 'vitest';
import { differences, wrongAbout } from './agreement.ts';
import type { Applicant } from './applicant.ts';
import { Chance } from './chance.ts';
import { changedTo } from './changed-to.ts';
import { filled, holed } from './holes.ts';
import type { Judgement, OracleRound } from './oracle.ts';
import {
  closure,
  type Ground,
  groundOf,
  judgeOn,
  mended,
  stated,
  wholeApplicant,
  withTotals,
} from './sample.ts';
import { inputOf } from './told-input.ts';

const SEED = Number(process.env['SOUND_SEED'] ?? 20_220_601);
const APPLICANTS = Number(process.env['SOUND_APPLICANTS'] ?? 14);
const HOLED = 5;
const COMPLETIONS = 8;
const TRIES = 200;

const loaded = await loadGuide('guides/jiangsu-2022');
if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
const guide = loaded.checked;
const parsed = regionsFrom(guide.guide.regions);
if (!parsed.ok) throw new Error(parsed.code);
const regions = parsed.value;
const abroad = ['安徽省合肥市', '上海市'].flatMap((name) => {
  const region = regions.parse(name);
  return region.ok ? [region.value] : [];
});
const places = [...regions.all, ...abroad];
const context = { units: new Set(guide.guide.units), regions };

interface Count {
  applicants: number;
  eligible: number;
  given: number;
  settled: number;
  completions: number;
  eligibleCompletions: number;
  contradicting: number;
  changes: number;
}
const counts = new Map<string, Count>();

function assessed(program: Program, applicant: Applicant): Assessment {
  const { facts, faults } = readGivenFacts(guide, inputOf(applicant, guide.facts), context);
  expect(faults).toEqual([]);
  return assess(program, facts, { asOf: null });
}

/** Of lines with rows, more applicants contradict themselves; more are made. */
function applicantsOf(lineId: string): number {
  const facts = guide.lines.find((l) => l.id === lineId)?.facts ?? [];
  const rows = facts.some((id) => guide.facts[id]?.type.kind === 'rows');
  return rows ? 2 * APPLICANTS : APPLICANTS;
}

/** Some rounds take readings otherwise, and switch call conditions on. */
function roundFor(lineId: string, chance: Chance): OracleRound {
  if (chance.happens(0.5)) return { otherReadings: new Set(), call: [] };
  const ids = guide.guide.readings.map((r) => r.id);
  const own = guide.lines.find((l) => l.id === lineId)?.readings ?? [];
  const other = [...ids, ...own].filter((id) => id !== 'G18' && chance.happens(0.3));
  const call = guide.call.map((c) => c.clause).filter(() => chance.happens(0.3));
  return { otherReadings: new Set(other), call };
}

function lineRun(lineId: string, seed: number, count: Count): string | undefined {
  const chance = new Chance(seed);
  const line = guide.lines.find((l) => l.id === lineId);
  const round = roundFor(lineId, chance);
  const program = compile(guide, lineId, {
    otherReadings: [...round.otherReadings],
    call: round.call,
  });
  if (!line || !program) return `${lineId}: no such line`;
  const g = groundOf(guide, line, round, places);
  const free = new Set(g.asked);
  const wanted = chance.happens(0.75) ? 'eligible' : 'consistent';
  const found = mended(g, wholeApplicant(g, chance), free, wanted, TRIES, chance);
  const applicant = chance.happens(0.3) ? withTotals(g, found.applicant, chance) : found.applicant;
  const judgement = judgeOn(g, applicant);
  if (judgement.contradictions.length > 0) return undefined;
  count.applicants++;
  if (judgement.verdict === 'eligible') count.eligible++;
  if (judgement.told) {
    const assessment = assessed(program, applicant);
    const wrong = [
      ...differences(assessment, judgement),
      ...exactDifferences(program, applicant, judgement),
      ...vainChanges(g, program, applicant, assessment),
    ];
    count.changes += assessment.wouldChange.length;
    if (wrong.length > 0 && !cannotBe(program, { applicant, judgement }))
      return report(g, seed, applicant, applicant, wrong);
  }
  if (judgement.fallbacks.length > 0) return undefined;
  for (let h = 0; h < HOLED; h++) {
    const given = holed(g, applicant, chance);
    const assessment = assessed(program, given);
    count.given++;
    if (assessment.verdict !== 'undetermined') count.settled++;
    const open = new Set(g.asked.filter((id) => !given.has(id) && id !== PAID));
    for (let i = 0; i < COMPLETIONS; i++) {
      const start = i === 0 ? applicant : filled(g, given, applicant, chance);
      const aim = chance.happens(0.5) ? 'eligible' : 'consistent';
      const whole = mended(g, start, open, aim, i === 0 ? 0 : 8, chance);
      const { contradictions, fallbacks, told } = whole.judgement;
      const contradicts = contradictions.length > 0 || fallbacks.length > 0;
      if (contradicts) count.contradicting++;
      if (contradicts || !told) continue;
      const wrong = wrongAbout(assessment, whole.judgement);
      if (wrong.length > 0 && cannotBe(program, whole)) {
        count.contradicting++;
        continue;
      }
      count.completions++;
      if (whole.judgement.verdict === 'eligible') count.eligibleCompletions++;
      if (wrong.length > 0) return shrunk(g, program, seed, given, whole.applicant);
    }
  }
  return undefined;
}

/** Whether a total can't come from what is half told of its parts: the engine may see that, the oracle can't. */
function cannotBe(program: Program, whole: ReturnType<typeof mended>): boolean {
  return whole.judgement.halfTold && assessed(program, whole.applicant).conflicts.length > 0;
}

/** In what the engine for known facts differs from the oracle; nothing where it leaves the applicant to the other. */
function exactDifferences(program: Program, applicant: Applicant, whole: Judgement): string[] {
  const exact = compileExactProgram(program);
  const { facts } = readGivenFacts(guide, inputOf(applicant, guide.facts), context);
  const values = exact && exactFacts(exact, program, facts);
  if (!exact || !values) return [];
  const quick = screen(exact, values);
  const wrong = quick.conditions.flatMap((c) => {
    const outcome = whole.outcomes.get(c.condition.clause);
    return outcome === c.outcome
      ? []
      : [`${c.condition.clause} 速算 ${c.outcome}，应为 ${outcome}`];
  });
  if (quick.verdict !== whole.verdict) wrong.push(`速算 ${quick.verdict}，应为 ${whole.verdict}`);
  if (
    whole.amount &&
    quick.ceiling &&
    toFraction(quick.ceiling) !== `${whole.amount.n}/${whole.amount.d}`
  )
    wrong.push(`速算上限 ${toFraction(quick.ceiling)}，应为 ${whole.amount.n}/${whole.amount.d}`);
  return wrong;
}

/** Changes said to make the applicant fit that don't, when they are really made. */
function vainChanges(
  g: Ground,
  program: Program,
  applicant: Applicant,
  assessment: Assessment,
): string[] {
  if (assessment.verdict !== 'ineligible' || assessment.conflicts.length > 0) return [];
  return assessment.wouldChange.flatMap((change) => {
    const made = new Map(applicant);
    const moved = change.changes.map((c) => c.fact);
    for (const id of closure(moved, guide.facts)) made.delete(id);
    for (const c of change.changes) {
      const spec = guide.facts[c.fact];
      if (spec) made.set(c.fact, stated(changedTo(spec, c)));
    }
    const { verdict, contradictions, outcomes } = judgeOn(g, made);
    // Figures that don't count in this round aren't held against each other.
    const clashing = contradictions.filter((c) => c.facts.every((f) => program.asked.includes(f)));
    if (verdict !== 'ineligible' && clashing.length === 0) return [];
    const says = JSON.stringify(change.changes);
    const failing = [...outcomes].flatMap(([clause, o]) => (o === 'unmet' ? [clause] : []));
    return [`改为 ${says} 后仍 ${failing.join('、')} ${clashing.map((x) => x.says).join()}`];
  });
}

/** Fills holes one by one as long as the answer stays wrong, and reports the smallest left. */
function shrunk(
  g: Ground,
  program: Program,
  seed: number,
  given: Applicant,
  whole: Applicant,
): string {
  const judgement = judgeOn(g, whole);
  let smallest = given;
  for (const [id, statements] of whole) {
    const tried = new Map([...smallest, [id, statements]]);
    if (wrongAbout(assessed(program, tried), judgement).length > 0) smallest = tried;
  }
  return report(g, seed, smallest, whole, wrongAbout(assessed(program, smallest), judgement));
}

function report(
  g: Ground,
  seed: number,
  given: Applicant,
  whole: Applicant,
  wrong: readonly string[],
): string {
  const all = inputOf(whole, guide.facts);
  const told = inputOf(given, guide.facts);
  const holes = Object.fromEntries(
    Object.entries(all).filter(([id, v]) => JSON.stringify(told[id]) !== JSON.stringify(v)),
  );
  return [
    `${g.line.id} 种子 ${seed} 另解 ${[...g.round.otherReadings].join(' ')} 申报通知 ${g.round.call.join(' ')}`,
    ...wrong,
    `已告知 ${JSON.stringify(told)}`,
    `补全 ${JSON.stringify(holes)}`,
  ].join('\n');
}

describe('有空缺的申报事实，结论对每一种不自相矛盾的补全都成立', () => {
  const lines = guide.lines.filter((l) => l.conditions.length > 0 || l.steps.length > 0);

  it.each(lines.map((l) => [l.id] as const))('%s', (id) => {
    const count = {
      applicants: 0,
      eligible: 0,
      given: 0,
      settled: 0,
      completions: 0,
      eligibleCompletions: 0,
      contradicting: 0,
      changes: 0,
    };
    counts.set(id, count);
    const faults: string[] = [];
    for (let i = 0; i < applicantsOf(id) && faults.length < 3; i++) {
      const fault = lineRun(id, SEED + i, count);
      if (fault !== undefined) faults.push(fault);
    }
    expect(faults.join('\n\n')).toBe('');
  });

  it('补全至少一万种', () => {
    const total = [...counts.values()].reduce(
      (sum, c) => sum + (c.settled > 0 ? c.completions : 0),
      0,
    );
    expect(total).toBeGreaterThan(10_000);
  });

  afterAll(() => {
    const file = process.env['SOUND_COUNTS'];
    if (file !== undefined)
      writeFileSync(file, JSON.stringify(Object.fromEntries(counts), null, 1));
  });
});
