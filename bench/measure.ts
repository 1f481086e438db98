import { cpus } from 'node:os';
import { join } from 'node:path';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import { programRoot } from '@fuchi/platform-server/program-root';
import { type AllLines, allLines } from './all-lines.ts';
import { celContenders } from './cel.ts';
import { type Cold, cold } from './cold.ts';
import { compare, type Result } from './compare.ts';
import { byHand, jsonRulesEngine } from './data-product.ts';
import { fuchi } from './fuchi.ts';
import { type Growth, growthWithConditions, growthWithRows } from './growth.ts';
import { type GuideLoad, guideLoad } from './guide-load.ts';

export interface Measured {
  readonly machine: string;
  /** Against json-rules-engine, the first. */
  readonly trace: readonly Result[];
  /** Against each other; fuchi is the first. */
  readonly verdict: readonly Result[];
  readonly load: GuideLoad;
  readonly lines: readonly AllLines[];
  readonly rows: readonly Growth[];
  readonly conditions: Growth;
  readonly cold: Cold;
}

/** Everything in one run. */
export async function measure(): Promise<Measured> {
  const loaded = await loadGuide(join(programRoot(), 'guides/jiangsu-2022'));
  if (!loaded || loaded.faults.length > 0) throw new Error('the guide has faults');
  const { checked, files } = loaded;
  const own = fuchi(checked);
  const [processor, ...others] = cpus();
  return {
    machine: `Node ${process.versions.node}, ${others.length + 1} × ${processor?.model.trim() ?? 'unknown processor'}`,
    load: guideLoad(checked),
    trace: await compare([jsonRulesEngine(), own.trace, own.printed, own.whole, byHand()]),
    verdict: await compare([own.verdict, ...celContenders()]),
    lines: allLines(checked, files),
    rows: growthWithRows(checked, files),
    conditions: growthWithConditions(checked),
    cold: cold(),
  };
}
