import type { Applicant } from './applicant.ts';
import type { Ground } from './sample.ts';
import { inputOf } from './told-input.ts';

/** What differs, and the facts files with which to see it again. */
export function report(
  g: Ground,
  given: Applicant,
  whole: Applicant,
  wrong: readonly string[],
): string {
  const all = inputOf(whole, g.guide.facts);
  const told = inputOf(given, g.guide.facts);
  const holes = Object.fromEntries(
    Object.entries(all).filter(([id, v]) => JSON.stringify(told[id]) !== JSON.stringify(v)),
  );
  return [
    `${g.line.id} 另解 ${[...g.round.otherReadings].join(' ')} 申报通知 ${g.round.call.join(' ')}`,
    ...wrong,
    `已告知 ${JSON.stringify(told)}`,
    `补全 ${JSON.stringify(holes)}`,
  ].join('\n');
}
