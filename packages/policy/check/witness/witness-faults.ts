import type { Diagnostic } from '@fuchi/guide/diagnostic';
import type { CheckedGuide } from '../../checked-guide.ts';
import { consistencyFaults } from './consistency.ts';
import { figureFaults } from './figures.ts';
import { otherFactFaults } from './other-fact.ts';
import { taxFaults } from './tax.ts';
import { witnessed } from './witnessed.ts';
import { wordFaults } from './words.ts';

/**
 * Where an expression and the sentence beside it say different things. The author writes both, one for the
 * program and one for people: a slip in either shows against the other.
 */
export function witnessFaults(guide: CheckedGuide): Diagnostic[] {
  const units = new Set(guide.guide.units);
  const points = new Map(guide.guide.readings.map((r) => [r.id, r.point]));
  const facts = new Map(Object.entries(guide.facts));
  return [
    ...witnessed(guide).flatMap((w) => figureFaults(w, units, points)),
    ...guide.lines.flatMap((l) => [
      ...l.conditions.flatMap((c, i) => wordFaults(c, l.source.conditions[i], guide.facts)),
      ...otherFactFaults(l, guide, facts),
    ]),
    ...consistencyFaults(guide),
    ...taxFaults(guide.guide),
    ...guide.call.flatMap((c, i) => wordFaults(c, guide.guide.call[i], guide.facts)),
  ];
}
