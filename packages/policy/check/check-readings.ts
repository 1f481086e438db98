import type { Faults } from '@fuchi/guide/diagnostic';
import type { Guide } from '@fuchi/guide/guide';
import type { CheckedCondition, CheckedGuide, FactSpec } from '../checked-guide.ts';
import type { Checked } from '../checked-tree.ts';
import { readingsOf } from '../walk.ts';

/** Readings of the whole guide that the engine itself follows: later payment, rounding, hard 原则上, contradictions. */
export const ENGINE_READINGS: ReadonlySet<string> = new Set([
  'G5',
  'G6',
  'G8',
  'G18',
  'G19',
  'A14.9',
]);

/** A reading held as data must be switched somewhere; one that is switched must be declared as data. */
export function checkReadings(
  guide: Guide,
  lines: CheckedGuide['lines'],
  call: readonly CheckedCondition[],
  facts: Iterable<FactSpec>,
  faults: Faults,
): void {
  const conditions = [...lines.flatMap((l) => l.conditions), ...call];
  const trees: (Checked | undefined)[] = [
    ...conditions.flatMap((c) => [c.must, c.applies]),
    ...[...facts].flatMap(derivationsOf),
    ...lines.flatMap((l) => [
      ...l.steps.map((s) => s.node),
      ...l.stages.map((s) => s.amount),
      ...l.consistency.map((r) => r.must),
      l.cap,
      l.premise?.must,
    ]),
  ];
  const switched = new Set([
    ...trees.flatMap(readingsOf),
    ...conditions.map((c) => c.hardUnder),
    ...lines.map((l) => l.computableUnder),
  ]);
  for (const reading of guide.readings) {
    const used = switched.has(reading.id) || ENGINE_READINGS.has(reading.id);
    if (reading.form === '数据' && !used) {
      faults.add(reading.at, 'reading-not-switched', { id: reading.id });
    }
    if (reading.form === '文字' && switched.has(reading.id)) {
      faults.add(reading.at, 'reading-is-data', { id: reading.id });
    }
  }
}

function derivationsOf(spec: FactSpec): Checked[] {
  return [...spec.derivations.map((d) => d.node), ...spec.columns.flatMap(derivationsOf)];
}
