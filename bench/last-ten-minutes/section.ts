import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Section } from '../../tests/proof/section.ts';
import type { LastTenMinutes, Percentiles } from './last-ten-minutes.ts';
import type { Verified } from './verify.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Milliseconds at the 99th percentile, and the share of what SQL alone reaches. */
const GOALS = { save: 500, submit: 2000, ratio: 0.35 };

export const RUSH: Section = {
  id: 'last-ten-minutes',
  async write() {
    // In a process of its own, compiled as the program is: what was measured before has warmed nothing.
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['tools/bench.mjs', 'last-ten-minutes', '--json'],
      { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 26 },
    );
    if (status !== 0) throw new Error(`bench: ${stderr}`);
    return pageOf(JSON.parse(stdout.slice(stdout.indexOf('{'))) as LastTenMinutes);
  },
};

function pageOf(found: LastTenMinutes): string {
  const { applicants, saturation, killed } = found;
  return `## The last ten minutes before a deadline

One run of \`npm run bench -- last-ten-minutes\` on Node ${process.versions.node}, ${cpus().length} × ${(cpus()[0]?.model ?? '').split(' ').slice(0, 2).join(' ')}, portal, PostgreSQL and applicants
all on these cores. ${applicants} applicants, each from an address of his own: 40 field saves, one upload of 2 MB in four parts
between them, one submit, with 1–5 s between. ${found.first.count} saves went before, as a portal is written in before its last
ten minutes; the first of these met a process just started.

| milliseconds | count | p50 | p95 | p99 |
|---|--:|--:|--:|--:|
${[
  row('a save just after a start', found.first),
  row('a save', found.save),
  row('an upload of 2 MB, whole', found.upload),
  row('a submit', found.submit),
].join('\n')}

- a save at p99, at most ${GOALS.save} ms: ${met(found.save.p99 <= GOALS.save)}
- a submit at p99, at most ${GOALS.submit} ms: ${met(found.submit.p99 <= GOALS.submit)}
- acknowledged and lost, doubled or half there: ${wrong(found.verified)}
- as many saves as go, 20 at once: ${saturation.portal.toFixed(0)} a second; the same rows, events and digests straight in SQL: ${saturation.sql.toFixed(0)};
  ${saturation.ratio.toFixed(3)} of it, at least ${GOALS.ratio}: ${met(saturation.ratio >= GOALS.ratio)}
- ${killed.applicants} applicants in haste, the portal ended by kill -9 ${killed.times} times among them; lost, doubled or half there: ${wrong(killed)}
`;
}

function row(what: string, { count, p50, p95, p99 }: Percentiles): string {
  return `| ${what} | ${count.toLocaleString('en')} | ${p50} | ${p95} | ${p99} |`;
}

function met(goal: boolean): string {
  return goal ? 'met' : '**not met in this run**';
}

function wrong({ lost, doubled, half }: Verified): string {
  const count = lost.length + doubled.length + half.length;
  return count === 0 ? 'none' : `**${count}**`;
}
