import type { CheckedLine } from '@fuchi/policy/checked-guide';
import type { Section } from '../../proof/section.ts';
import { type Bench, realBench } from './bench.ts';
import { lineRun, type Size } from './line-run.ts';
import { emptyTally, type Feature, type Tally, total } from './tally.ts';

const SEED = 20_220_601;

/** Rows take ten times as long to judge; a line that asks nothing has few cases that differ. */
function sizeOf(bench: Bench, line: CheckedLine): Size {
  const rows = line.facts.some((id) => bench.guide.facts[id]?.type.kind === 'rows');
  return { cases: line.facts.length === 0 ? 500 : rows ? 1200 : 4650, steps: 14, faults: 2 };
}

/** What a case may have in it, in the order of the table. */
const HEADS: readonly (readonly [Feature, string])[] = [
  ['otherReadings', 'other readings'],
  ['call', 'call conditions'],
  ['sources', 'several sources'],
  ['undecided', 'of them undecided'],
  ['none', '无'],
  ['acceptance', 'audited at acceptance'],
  ['paid', 'earlier payments'],
  ['wholeRows', 'rows, complete'],
  ['openRows', 'rows, incomplete'],
];

/** The engine against the second evaluator: 100,000 cases, a million completions. */
export const ORACLE: Section = {
  id: 'oracle',
  async write() {
    const bench = await realBench();
    const started = performance.now();
    const tallies = new Map<string, Tally>();
    const faults: string[] = [];
    for (const line of bench.guide.lines) {
      const tally = emptyTally();
      tallies.set(line.id, tally);
      faults.push(...lineRun(bench, line, sizeOf(bench, line), SEED, tally));
      console.log(`${line.id} ${tally.complete + tally.holed} ${tally.completions}`);
    }
    const minutes = (performance.now() - started) / 60_000;
    return page(tallies, faults, minutes);
  },
};

function page(tallies: ReadonlyMap<string, Tally>, faults: readonly string[], minutes: number) {
  const all = total([...tallies.values()]);
  const cases = all.complete + all.holed;
  const boundary = all.below + all.at + all.above;
  const open = all.bothSeen + all.openItself + all.oneSeen;
  const rows = [...tallies].map(([id, t]) => row(id, t));
  const features = HEADS.map(([f, head]) => `| ${head} | ${n(all.features[f])} |`);
  return `## An independent oracle, and completions

A second evaluator was written from \`docs/language\`, with its own fractions, calendar, regions, dated tables,
rounding and aggregates. It imports no code of \`packages/\`, only types; a test fails if that changes. What it shares
with the engine is data: the checked tree (so the parser and the type checker are not proved here) and the guide's
tables. It exists twice: for points, and for what isn't told (three-valued truth, ranges), where it follows the truth
tables part by part and infers nothing further. The random applicants start from nothing or from the worked cases.

Each case is a random applicant of a line in a random round. Of applicants known in full, verdict, every condition,
ceiling and every stage must be equal. Of applicants with holes, verdict, conditions, ceiling and stages must hold
for every completion, and must say no less than the tables of the docs give: an engine that leaves open what they
settle, or gives a wider interval than they do, is a fault too (but where undecided sources disagree: a source that
breaks a rule puts other figures in doubt as well, so there only the completions are held against it). A completion is at a boundary when a figure was set
exactly to one at which the rules turn (threshold, cap ÷ rate, end of the fact's range, another figure of the
applicant), or one unit (0.01 元, 0.01 %, 1 day, 1 month, half a day, 1) below or above it.

**${n(cases)} cases, ${n(all.completions)} completions, ${faults.length === 0 ? 'no difference and no contradiction' : `differences: ${n(faults.length)}`}** (seed ${SEED}, ${minutes.toFixed(1)} minutes on the machine of the run).
${n(boundary)} completions had a figure at a boundary: ${n(all.at)} exactly, ${n(all.below)} a unit below, ${n(all.above)} a unit above;
${n(all.eligibleCompletions)} completions were eligible and so tested the amount.
Of ${n(open)} answers left open, ${n(all.bothSeen)} had an eligible and an ineligible completion among those tried,
${n(all.openItself)} stay open however the holes are filled (discretion, conflict, rules elsewhere), and for ${n(all.oneSeen)} the
walk met one verdict only; how often such an answer could have been settled is measured under tightness.

| line | known in full | with holes | completions | eligible | ineligible | open | intervals | passed over |
|---|--:|--:|--:|--:|--:|--:|--:|--:|
${rows.join('\n')}
${row('**all lines**', all)}

The columns eligible, ineligible and open count the engine's verdicts; intervals the cases whose ceiling is one.
Passed over: completions that state a total which nothing left untold could add up to. The engine sees that and the
point evaluator doesn't; each was given up only after a search for figures that make it possible had failed.

| what the cases have in them | cases |
|---|--:|
${features.join('\n')}

Not compared: what is said of figures that contradict each other (reading G18's reports), explanations such as gaps
and questions, and ${faults.length === 0 ? 'nothing else of verdict and amount' : 'the differences listed below'}.
Lines without facts (rules elsewhere) vary in their rounds alone.
A test plants eighteen faults, in the guide the engine is given or in its answers (\`>\` for \`>=\`, a cap left out,
365 days for 360, unknown taken as false, an interval a hundredth of a yuan too narrow …): each is found.
${faults.map((f) => `\n\`\`\`\n${f}\n\`\`\`\n`).join('')}`;
}

function row(id: string, t: Tally): string {
  const cells = [
    t.complete,
    t.holed,
    t.completions,
    t.eligible,
    t.ineligible,
    t.undetermined,
    t.intervals,
    t.passedOver,
  ];
  return `| ${id} | ${cells.map(n).join(' | ')} |`;
}

function n(x: number): string {
  return x.toLocaleString('en-GB');
}
