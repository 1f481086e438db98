import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { guideFromJson, guideToJson } from '@fuchi/policy/guide-json';
import { median } from './compare.ts';

export interface GuideLoad {
  readonly kilobytes: number;
  /** Milliseconds from the text to a guide that lines are compiled from. */
  readonly first: number;
  readonly median: number;
}

const ROUNDS = 60;

/** The checked guide as JSON, read back and looked over. */
export function guideLoad(guide: CheckedGuide): GuideLoad {
  const text = guideToJson(guide);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    const loaded = guideFromJson(text);
    times.push(performance.now() - start);
    if (!loaded.ok || loaded.guide.guide.digest !== guide.guide.digest) {
      throw new Error('the guide does not load');
    }
  }
  const kilobytes = Math.round(Buffer.byteLength(text) / 1024);
  return { kilobytes, first: times[0] ?? Number.NaN, median: median(times) };
}
