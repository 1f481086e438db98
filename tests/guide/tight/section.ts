import type { Section } from '../../proof/section.ts';
import { type Bench, realBench } from '../sound/bench.ts';
import { hasRows } from './case.ts';
import { type Count, type LineRun, runLine } from './run.ts';

const SEED = 1_000_000;
const SIZE = { samples: 1000, most: 1500 };

/** How tight the engine's answers are with facts unknown: 1,000 samples of each line. */
export const TIGHT: Section = {
  id: 'tight',
  async write() {
    const bench = await realBench();
    const started = performance.now();
    const runs = bench.guide.lines.map((line) => {
      const run = runLine(bench, line.id, SEED, SIZE);
      console.log(line.id, JSON.stringify(run.count));
      return run;
    });
    return page(bench, runs, (performance.now() - started) / 60_000);
  },
};

function page(bench: Bench, runs: readonly LineRun[], minutes: number): string {
  const all = runs.filter((r) => isAssessed(bench, r.line)).map((r) => r.count);
  const sum = (of: (c: Count) => number) => all.reduce((n, c) => n + of(c), 0);
  const least = Math.min(...all.map((c) => c.given / c.agreeing));
  const reached = sum((c) => c.ends.exactly + c.ends['beyond any cap'] + c.ends['no amount']);
  const near = sum((c) => c.ends['within a fen']);
  const faults = runs.flatMap((r) => [...r.wrong, ...r.open, ...r.unreached]);
  return `## Tightness: no answer wider than it must be

Of each line ${n(SIZE.samples)} applicants are made: a third eligible, a third nearly so (one fact moved to a value on
which a rule turns), a third as chance has it; 60 % in rounds with other readings and call conditions. From one to all
facts are taken away, of tables also single rows and cells. What is left is assessed, and the holes are filled with
boundary values: every literal that the rules about a fact name, directly or through a derivation, and every told
figure beside it, with one unit (a fen, a day, 0.01 %, one) below and above; what solving backwards gives (figure × and
÷ rate, differences, dates by months); the ends of the range; all words, truths and sets of words, a place of each kind;
无 where the guide asks for it. The independent evaluator judges each filling; one that contradicts itself is none.

Unknown facts are split into parts that no rule joins. A part with up to ${n(SIZE.most)} fillings is gone through
completely, any other is searched: one fact at a time, then repairing what that breaks, then from fillings drawn anew,
${n(SIZE.most)} judgements, and eight times as many before it is said that no other verdict was found. Rows are filled as the
sampler draws them, from the worked cases, and by moving cells, whole columns and rows; their fillings have no end, so
there the search can only miss a verdict, which counts against the engine.

**One verdict.** Where no two fillings of different verdicts were found, the engine must give that verdict.
It does in **${percent(
    sum((c) => c.given),
    sum((c) => c.agreeing),
  )}** of ${n(sum((c) => c.agreeing))} such samples (of ${n(sum((c) => c.samples))}, lines marked † not counted); the lowest line has ${(100 * least).toFixed(1)} %.

**Both ends.** On the lines without rows, ${n(reached)} of ${n(reached + near + sum((c) => c.ends.not))} ends of ceilings given as intervals are
reached by an eligible filling: ${n(sum((c) => c.ends.exactly))} to the digit, and ${n(sum((c) => c.ends['beyond any cap']))} upper ends that are open as the text has
no cap, by an amount over 10,000,000,000,000,000 元. Another ${n(near)} are limits (an amount must be more than
nothing, or than a threshold that another reading excludes): there a filling comes within a fen. Not reached: ${n(sum((c) => c.ends.not))}.

Left out are ${n(sum((c) => c.lost))} holed applicants for which no filling without a contradiction was found, mostly totals told as no
parts can give them. Seed ${n(SEED)}, ${minutes.toFixed(1)} minutes on the machine of the run.

| line | samples | one verdict | given | share | ends to the digit | no upper end | within a fen | not reached |
|---|--:|--:|--:|--:|--:|--:|--:|--:|
${runs.map((r) => row(bench, r)).join('\n')}

Lines marked * have rows, so only their verdicts are measured; † are not assessed (the guide leaves their rules elsewhere):
they are always open, and trivially right. Lines without ends have a fixed amount, or none that the guide lets compute.
${faults.length === 0 ? '' : `\nWhat falls short. With rows left to fill the search may have missed a verdict, or the engine doesn't put together what\nseveral rows and totals say at once:\n\n${faults.map((f) => `\`\`\`text\n${clipped(f)}\n\`\`\``).join('\n\n')}\n`}`;
}

function row(bench: Bench, { line, count }: LineRun): string {
  const mark = hasRows(bench.guide, line) ? ' *' : isAssessed(bench, line) ? '' : ' †';
  const { ends } = count;
  const cells = hasRows(bench.guide, line)
    ? ['', '', '', '']
    : [ends.exactly, ends['beyond any cap'], ends['within a fen'], ends.not].map(n);
  const head = [count.samples, count.agreeing, count.given].map(n);
  return `| ${[`\`${line}\`${mark}`, ...head, percent(count.given, count.agreeing), ...cells].join(' | ')} |`;
}

function isAssessed(bench: Bench, line: string): boolean {
  const mode = bench.guide.lines.find((l) => l.id === line)?.mode;
  return mode === '申报' || mode === '免申即享';
}

const LONGEST = 240;

/** A fault with its long lines cut; the seed gives it whole again. */
function clipped(fault: string): string {
  const short = (l: string) => (l.length > LONGEST ? `${l.slice(0, LONGEST)}…` : l);
  return fault.split('\n').map(short).join('\n');
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`;
}

function n(x: number): string {
  return x.toLocaleString('en');
}
