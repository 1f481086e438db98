import { loadGuide } from '@fuchi/platform-server/load-guide';
import type { Assessment } from '@fuchi/policy/assess/assessment';
import { describe, expect, it } from 'vitest';
import { benchOf, realBench } from '../sound/bench.ts';
import { runLine } from './run.ts';

const SEED = 20_220_601;
const SIZE = { samples: 35, most: 1500 };
const FEW = { samples: 10, most: 300 };
const SHARE = 0.99;

const bench = await realBench();

describe('补全只有一种结论的给出这种结论，上限的两端都有补全达到', () => {
  it.each(bench.guide.lines.map((l) => [l.id] as const))('%s', (line) => {
    const { count, open, unreached, wrong } = runLine(bench, line, SEED, SIZE);
    const missed = count.given < SHARE * count.agreeing ? open : [];
    expect([...wrong, ...missed, ...unreached].join('\n\n')).toBe('');
    expect(count.agreeing).toBeGreaterThan(0);
  });
});

describe('放宽了的程序看得出来', () => {
  const LINE = 'sme-service-centre';

  async function loosened(spoilt: (a: Assessment) => Assessment) {
    const loaded = await loadGuide('guides/jiangsu-2022');
    if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
    const loose = benchOf(loaded.checked, loaded.files, loaded.checked, spoilt);
    return runLine(loose, LINE, SEED, FEW);
  }

  it('结论总是待定', async () => {
    const { count, open } = await loosened((a) => ({ ...a, verdict: 'undetermined' }));
    expect(count.agreeing).toBeGreaterThan(0);
    expect(count.given).toBe(0);
    expect(open[0]).toContain('种子');
  });

  it('上限的下端低了一元', async () => {
    const { count, unreached } = await loosened((a) => {
      const { ceiling } = a;
      if (ceiling === null || 'amount' in ceiling) return a;
      return { ...a, ceiling: { ...ceiling, atLeast: String(Number(ceiling.atLeast) - 0.0001) } };
    });
    expect(count.ends.not).toBe(count.ends.exactly + count.ends['beyond any cap']);
    expect(unreached[0]).toContain('atLeast');
  });
});
