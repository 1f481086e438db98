import { loadGuide } from '@fuchi/platform-server/load-guide';
import { describe, expect, it } from 'vitest';
import { benchOf } from './bench.ts';
import { lineRun } from './line-run.ts';
import { PLANTED } from './planted.ts';
import { emptyTally } from './tally.ts';

const SIZE = { cases: 400, steps: 6, faults: 1 };

const loaded = await loadGuide('guides/jiangsu-2022');
if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
const { checked: guide, files } = loaded;

describe('程序里有意放进的错误，比较都能发现', () => {
  it.each(PLANTED.map((p) => [p.says, p] as const))('%s', (_, planted) => {
    const bench = benchOf(guide, files, planted.guide?.(guide), planted.answer);
    const line = guide.lines.find((l) => l.id === planted.line);
    expect(line && lineRun(bench, line, SIZE, 11, emptyTally())).toHaveLength(1);
  });
});
