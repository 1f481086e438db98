import { spawnSync } from 'node:child_process';
import type { Section } from '../tests/proof/section.ts';
import type { Measured } from './measure.ts';
import { markdown, tablesOf } from './table.ts';

const ROOT = `${import.meta.dirname}/..`;

export const SPEED: Section = {
  id: 'speed',
  async write() {
    // In a process of its own, compiled as the program is: what was measured before has warmed nothing.
    const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/bench.mjs', '--json'], {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    if (status !== 0) throw new Error(`bench: ${stderr}`);
    return pageOf(JSON.parse(stdout.slice(stdout.indexOf('{'))) as Measured);
  },
};

function pageOf(m: Measured): string {
  const tables = tablesOf(m).map(markdown);
  return `## Speed

One run of \`npm run bench\` on ${m.machine}: medians; contenders take turns in every round, so that a slow moment
falls on each alike. The program runs compiled, as \`npx fuchi\` and \`npm start\` run it.

json-rules-engine is given the same seven conditions and values and one engine for all runs; its trace is the result
of the rule, which holds each condition with the fact's value and outcome. The CEL libraries get the conditions and
the amount, min(20 % × total, 500), as one expression that is read once and evaluated many times; CEL reckons
with doubles, this program with exact fractions.

${tables.join('\n\n')}

${judged(m)
  .map((line) => `- ${line}`)
  .join('\n')}
`;
}

/** The goals, and what was measured. */
function judged(m: Measured): string[] {
  const [, trace, printed] = m.trace;
  const [own, ...cel] = m.verdict;
  const fastest = Math.max(...cel.map((r) => r.perSecond));
  const changed = Math.max(...m.lines.map((l) => l.changed));
  const worst = Math.max(...m.lines.map((l) => l.median));
  const steep = [...m.rows, m.conditions].filter((g) => g.slope > 1.1);
  return [
    line('trace unformatted, at least 50 × json-rules-engine', trace?.ratio ?? 0, 50, '×', true),
    line('decimal strings, at least 15 ×', printed?.ratio ?? 0, 15, '×', true),
    line(
      'verdict and amount, at least 10 × the fastest CEL library',
      (own?.perSecond ?? 0) / fastest,
      10,
      '×',
      true,
    ),
    line('`fuchi check` in at most 800 ms', m.cold.check, 800, 'ms', false),
    line('the guide from JSON in at most 20 ms', m.load.median, 20, 'ms', false),
    line('all lines re-assessed in at most 4 ms, as the page does it', changed, 4, 'ms', false),
    line('all lines from nothing in at most 4 ms, whatever is told', worst, 4, 'ms', false),
    steep.length === 0
      ? 'no cost that grows faster than linearly: met'
      : `grows faster than linearly: ${steep.map((g) => `${g.name} (${g.slope.toFixed(2)})`).join('; ')}`,
  ];
}

function line(what: string, value: number, goal: number, unit: string, atLeast: boolean): string {
  const met = atLeast ? value >= goal : value <= goal;
  return `${what}: ${value.toFixed(value < 100 ? 1 : 0)} ${unit}, ${met ? 'met' : '**not met in this run**'}`;
}
