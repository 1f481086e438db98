import type { Diagnostic } from '@fuchi/guide/diagnostic';
import { add, cmp, type Rational, ZERO } from '@fuchi/values/rational';
import { computeAmount } from '../assess/amount.ts';
import type { Program } from '../assess/program.ts';
import { inWan } from '../assess/show.ts';
import { type Num, pointOf } from '../bounds/domain.ts';
import type { Environment } from '../bounds/environment.ts';
import { number } from '../bounds/evaluate.ts';
import { fraction } from '../fraction.ts';

/**
 * What a line's amount can come to while nothing is known of the applicant: never below zero, and up to its cap,
 * neither past it nor short of it. Stages with ceilings of their own add up to the cap.
 */
export function amountFaults(program: Program, env: Environment): Diagnostic[] {
  const { line } = program;
  const subsidy = line.source.subsidy;
  if (!subsidy) return [];
  const at = subsidy.cap?.at ?? subsidy.at;
  const computed = computeAmount(program, env);
  const cap = computed.cap && pointOf(computed.cap);
  const last = computed.steps.at(-1)?.domain;
  if (last?.kind === 'num' && line.notComputable === '') {
    const formula = subsidy.steps.at(-1)?.formula.at ?? at;
    const step = line.steps.at(-1)?.id ?? '';
    if (last.lo === undefined || cmp(last.lo, ZERO) < 0) {
      return [{ at: formula, code: 'amount-below-zero', facts: { step } }];
    }
    return cap ? capFaults(last, cap, step, formula) : [];
  }
  const most = stageCeilings(program, computed.env);
  if (!cap || !most) return [];
  const sum = most.reduce(add, ZERO);
  if (cmp(sum, cap) === 0) return [];
  const facts = { sum: `${inWan(sum)}万元`, cap: `${inWan(cap)}万元` };
  return [{ at: line.source.stages[0]?.at ?? at, code: 'stages-differ-from-cap', facts }];
}

function capFaults(last: Num, cap: Rational, step: string, at: Diagnostic['at']): Diagnostic[] {
  const facts = { step, cap: `${inWan(cap)}万元` };
  if (last.hi === undefined || cmp(last.hi, cap) > 0)
    return [{ at, code: 'cap-not-applied', facts }];
  if (cmp(last.hi, cap) === 0) return [];
  return [{ at, code: 'cap-out-of-reach', facts: { ...facts, most: `${inWan(last.hi)}万元` } }];
}

/** The most each stage pays; nothing when one of them has no end of its own. */
function stageCeilings(program: Program, env: Environment): Rational[] | undefined {
  const ends = program.line.stages.map((s) => {
    if (s.atMost !== '') return fraction(s.atMost);
    return s.amount ? number(s.amount, env).hi : undefined;
  });
  const known = ends.filter((e) => e !== undefined);
  return known.length > 0 && known.length === ends.length ? known : undefined;
}
