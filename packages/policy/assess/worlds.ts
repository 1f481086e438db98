import { pointOf } from '../bounds/domain.ts';
import type { Disagreement } from './prepare.ts';

/** More combinations than this aren't tried one by one: the facts then hold any of their values at once. */
const MOST_WORLDS = 64;

/**
 * Every way of deciding the disagreements that no named source decides. Under the other reading of G18 figures need
 * no deciding: the lower or later one counts.
 * @example worldsOf([{ fact: '项目总投入', options: [a, b], … }]) // [Map{项目总投入→0}, Map{项目总投入→1}]
 */
export function worldsOf(
  disagreements: readonly Disagreement[],
  otherReadings: ReadonlySet<string>,
): ReadonlyMap<string, number>[] {
  const settled = (d: Disagreement) =>
    otherReadings.has('G18') && d.options.every((o) => pointOf(o.domain) !== undefined);
  const open = disagreements.filter((d) => d.decidedBy === null && d.row === 0 && !settled(d));
  let worlds: Map<string, number>[] = [new Map()];
  for (const d of open) {
    if (worlds.length * d.options.length > MOST_WORLDS) continue;
    worlds = worlds.flatMap((w) => d.options.map((_, i) => new Map([...w, [d.fact, i]])));
  }
  return worlds;
}
