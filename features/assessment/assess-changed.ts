import { assess } from '@fuchi/policy/assess/assess';
import { type Question, readQuestion } from '@fuchi/policy/assess/assess-line';
import type { Assessment } from '@fuchi/policy/assess/assessment';
import type { Program } from '@fuchi/policy/assess/program';
import { type CheckedGuide, PAID } from '@fuchi/policy/checked-guide';
import type { InputFault } from '@fuchi/policy/facts/given';
import type { Regions } from '@fuchi/values/region';

type Told = Pick<Question, 'facts' | 'clocks' | 'asOf'>;

interface Kept {
  readonly seen: readonly unknown[];
  readonly assessment: Assessment;
}

/**
 * As `assessAll`, asked again and again: a line is assessed anew only when a fact it looks at has changed since it
 * was last asked. Most keystrokes concern a few lines. What would change a verdict stands on the line's own page and
 * isn't reckoned here.
 */
export function assessingChanged(
  guide: CheckedGuide,
  programs: readonly Program[],
  regions: Regions,
): (told: Told) => {
  readonly assessments: readonly Assessment[];
  readonly faults: readonly InputFault[];
} {
  const looksAt = programs.map((p) => [...new Set([...p.asked, ...p.order, PAID])]);
  const kept: Kept[] = [];
  return (told) => {
    const { facts, faults } = readQuestion(guide, regions, told);
    const round = JSON.stringify([told.asOf, told.clocks]);
    const assessments = programs.map((program, i) => {
      const seen = [round, ...(looksAt[i] ?? []).map((id) => told.facts[id])];
      const before = kept[i];
      if (before && seen.every((value, k) => Object.is(value, before.seen[k])))
        return before.assessment;
      const assessment = assess(program, facts, { asOf: told.asOf, withoutChanges: true });
      kept[i] = { seen, assessment };
      return assessment;
    });
    return { assessments, faults };
  };
}
