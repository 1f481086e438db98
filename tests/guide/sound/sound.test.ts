import { describe, expect, it } from 'vitest';
import { realBench } from './bench.ts';
import { lineRun } from './line-run.ts';
import { emptyTally, type Tally, total } from './tally.ts';

const SEED = Number(process.env['SOUND_SEED'] ?? 20_220_601);
const SIZE = { cases: Number(process.env['SOUND_CASES'] ?? 90), steps: 9, faults: 3 };

const bench = await realBench();

describe('程序与另写的评估一致，有空缺时对每一种不自相矛盾的补全都成立', () => {
  const tallies: Tally[] = [];

  it.each(bench.guide.lines.map((l) => [l.id, l] as const))('%s', (_, line) => {
    const tally = emptyTally();
    tallies.push(tally);
    expect(lineRun(bench, line, SIZE, SEED, tally).join('\n\n')).toBe('');
  });

  it('补全至少一万种，各种情形都有', () => {
    const all = total(tallies);
    expect(all.completions).toBeGreaterThan(10_000);
    expect(Math.min(...Object.values(all.features))).toBeGreaterThan(0);
    expect(Math.min(all.below, all.at, all.above, all.intervals)).toBeGreaterThan(0);
  });
});
