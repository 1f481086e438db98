import { add, cmp, type Rational, rational, round, ZERO } from '@fuchi/values/rational';
import {
  type Domain,
  join,
  minus,
  NONE_NUMBER,
  type Num,
  plus,
  point,
  times,
} from '../bounds/domain.ts';
import type { Environment } from '../bounds/environment.ts';
import { evaluate, number, truthOf } from '../bounds/evaluate.ts';
import { fraction } from '../fraction.ts';
import type { Acceptance } from './acceptance.ts';
import type { AssessedStage } from './assessment.ts';
import type { Program } from './program.ts';
import { inWan, shownAmount } from './show.ts';

export interface Computed {
  /** The ceiling; NONE_NUMBER where the guide gives no figure. */
  readonly ceiling: Num;
  readonly cap: Num | undefined;
  readonly steps: readonly { readonly id: string; readonly domain: Domain }[];
  /** Whether the premise of any amount holds: no amount before the audit. */
  readonly premise: 'holds' | 'open' | 'fails';
  /** The environment with the steps in it. */
  readonly env: Environment;
}

/** Computes the subsidy step by step. */
export function computeAmount(program: Program, base: Environment): Computed {
  const known = new Map(base.steps);
  const env: Environment = { ...base, steps: known };
  const { line } = program;
  const steps: { id: string; domain: Domain }[] = [];
  for (const step of line.steps) {
    const domain = rounded(program, evaluate(step.node, env));
    known.set(step.id, domain);
    steps.push({ id: step.id, domain });
  }
  const cap = line.cap && number(line.cap, env);
  const last = steps.at(-1)?.domain;
  const truth = line.premise ? truthOf(line.premise.must, env) : undefined;
  const premise = !truth?.f ? 'holds' : truth.t ? 'open' : 'fails';
  const computable = line.notComputable === '' && last?.kind === 'num' && premise === 'holds';
  return { ceiling: computable ? last : NONE_NUMBER, cap, steps, premise, env };
}

/** Reading G6: amounts to 0.01 万元. By default nothing is rounded that the guide doesn't round. */
function rounded(program: Program, d: Domain): Domain {
  if (!program.other.has('G6') || d.kind !== 'num') return d;
  const at = (x: Rational | undefined) => x && round(x, -2, 'half-up');
  return { ...d, lo: at(d.lo), hi: at(d.hi) };
}

export function mergeAmounts(a: Num, b: Num): Num {
  return join(a, b) as Num;
}

/**
 * What each stage pays; undefined for one that has a ceiling alone. A balance is the total on the accepted figures
 * less what the earlier stages paid, never below zero.
 * @param later the total on the figures at acceptance, where they are known (readings G5 and G19)
 */
export function computeStages(
  program: Program,
  computed: Computed,
  later: Acceptance | undefined,
): (Num | undefined)[] {
  const paid = later?.paid;
  let before: Num = point(ZERO);
  return program.line.stages.map((stage): Num | undefined => {
    if (stage.atMost !== '') return undefined;
    let amount: Num;
    if (stage.balance) {
      // Under the other reading of G5 the total stays what it was at application.
      const kept = program.other.has('G5') ? computed.ceiling : (later?.total ?? computed.ceiling);
      const nothing = point(ZERO);
      const open = later?.lost === 'open' ? mergeAmounts(kept, nothing) : kept;
      const total = later?.lost === 'yes' ? nothing : open;
      amount = notBelowZero(
        plus(total, minus(paid ?? before)),
        later?.total !== undefined || paid !== undefined,
        program,
        computed,
      );
    } else if (stage.share !== '') amount = times(computed.ceiling, point(fraction(stage.share)));
    else amount = stage.amount ? number(stage.amount, computed.env) : NONE_NUMBER;
    before = plus(before, amount);
    return amount;
  });
}

/** The stages with their amounts; of several worlds, the smallest interval that holds all. */
export function shownStages(
  program: Program,
  worlds: readonly (readonly (Num | undefined)[])[],
): AssessedStage[] {
  return program.line.stages.map((stage, i) => {
    const head = { stage: stage.stage, trigger: stage.trigger, clause: stage.clause };
    if (stage.atMost !== '') return { ...head, atMost: inWan(fraction(stage.atMost)) };
    const amount = worlds.flatMap((w) => w[i] ?? []).reduce(mergeAmounts, EMPTY_NUMBER);
    return { ...head, ...shownAmount(amount) };
  });
}

/** No value at all: the start of a union. */
const EMPTY_NUMBER: Num = { ...NONE_NUMBER, none: false };

/** While nothing is audited, the parts of one interval move together: a half is a half of the same total. */
function notBelowZero(
  difference: Num,
  independent: boolean,
  program: Program,
  computed: Computed,
): Num {
  const shares = program.line.stages.filter((s) => s.share !== '');
  if (!independent && shares.length === program.line.stages.length - 1) {
    const rest = shares.reduce((sum, s) => add(sum, fraction(s.share)), ZERO);
    return times(computed.ceiling, point(plus(point(rational(1)), minus(point(rest))).lo ?? ZERO));
  }
  const floor = (x: Rational | undefined) => (x && cmp(x, ZERO) < 0 ? ZERO : x);
  return { ...difference, lo: floor(difference.lo) ?? ZERO, hi: floor(difference.hi) };
}
