import type { Assessment } from '@fuchi/policy/assess/assessment';
import type { Program } from '@fuchi/policy/assess/program';
import { compileExactProgram, exactFacts, screen } from '@fuchi/policy/exact/screen';
import type { GivenFacts } from '@fuchi/policy/facts/given';
import { toFraction } from '@fuchi/values/rational';
import type { Applicant } from './applicant.ts';
import { changedTo } from './changed-to.ts';
import { audited } from './moment.ts';
import type { Judgement } from './oracle.ts';
import { closure, type Ground, judgeOn, stated } from './sample.ts';

type Quick = ReturnType<typeof compileExactProgram>;

export function quickOf(program: Program): Quick {
  return compileExactProgram(program);
}

/** In what the engine for known facts differs from the oracle; nothing where it leaves the applicant to the other. */
export function quickDifferences(
  exact: Quick,
  program: Program,
  facts: GivenFacts,
  whole: Judgement,
): string[] {
  const values = exact && exactFacts(exact, program, facts);
  if (!exact || !values) return [];
  const quick = screen(exact, values);
  const wrong = quick.conditions.flatMap((c) => {
    const outcome = whole.outcomes.get(c.condition.clause);
    return outcome === c.outcome
      ? []
      : [`${c.condition.clause} 速算 ${c.outcome}，应为 ${outcome}`];
  });
  if (quick.verdict !== whole.verdict) wrong.push(`速算 ${quick.verdict}，应为 ${whole.verdict}`);
  const amount = whole.amount && `${whole.amount.n}/${whole.amount.d}`;
  if (amount && quick.ceiling && toFraction(quick.ceiling) !== amount)
    wrong.push(`速算上限 ${toFraction(quick.ceiling)}，应为 ${amount}`);
  return wrong;
}

/** Changes said to make the applicant fit that don't, when they are really made. */
export function changesInVain(
  g: Ground,
  program: Program,
  applicant: Applicant,
  assessment: Assessment,
): string[] {
  if (assessment.verdict !== 'ineligible' || assessment.conflicts.length > 0) return [];
  // A change is one of the plan; what is audited already doesn't change with it.
  if (audited(applicant)) return [];
  return assessment.wouldChange.flatMap((change) => {
    const made = new Map(applicant);
    const moved = change.changes.map((c) => c.fact);
    for (const id of closure(moved, g.guide.facts)) made.delete(id);
    for (const c of change.changes) {
      const spec = g.guide.facts[c.fact];
      if (spec) made.set(c.fact, stated(changedTo(spec, c)));
    }
    const { verdict, contradictions, outcomes } = judgeOn(g, made);
    // Figures that don't count in this round aren't held against each other.
    const clashing = contradictions.filter((c) => c.facts.every((f) => program.asked.includes(f)));
    if (verdict !== 'ineligible' && clashing.length === 0) return [];
    const says = JSON.stringify(change.changes);
    const failing = [...outcomes].flatMap(([clause, o]) => (o === 'unmet' ? [clause] : []));
    return [`改为 ${says} 后仍 ${failing.join('、')} ${clashing.map((x) => x.says).join()}`];
  });
}
