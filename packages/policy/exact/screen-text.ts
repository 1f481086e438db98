import type { Outcome, Verdict } from '../assess/assessment.ts';
import { inWan, shownNumber } from '../assess/show.ts';
import type { ValueType } from '../value-type.ts';
import type { ExactValue } from './exact-value.ts';
import type { KnownFacts } from './known-facts.ts';
import { type ExactProgram, type Screened, screen } from './screen.ts';

/** A screening as it is printed: every figure of the trace and the amount as decimal strings, dates as ISO dates. */
export interface PrintedScreening {
  readonly verdict: Verdict;
  readonly conditions: readonly PrintedOutcome[];
  /** In 万元; null where the guide gives no figure. */
  readonly ceiling: string | null;
}

export interface PrintedOutcome {
  readonly clause: string;
  readonly outcome: Outcome;
  readonly have: string | boolean | null;
  readonly need: string | boolean | null;
}

/**
 * Screens a fully known applicant and prints the trace, figures as an assessment writes them.
 * @example printedScreen(exact, known).conditions[2] // { clause: '1(3)a', outcome: 'met', have: '2000万元', need: '1000万元' }
 */
export function printedScreen(program: ExactProgram, known: KnownFacts): PrintedScreening {
  const { verdict, conditions, ceiling }: Screened = screen(program, known);
  return {
    verdict,
    conditions: conditions.map(({ condition, outcome, have, need }, i) => ({
      clause: condition.clause,
      outcome,
      have: printed(have, program.conditions[i]?.haveType),
      need: printed(need, program.conditions[i]?.needType),
    })),
    ceiling: ceiling === undefined ? null : inWan(ceiling),
  };
}

function printed(value: ExactValue, type: ValueType | undefined): string | boolean | null {
  if (type === undefined) return null;
  if (value === undefined) return '无';
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.join('、');
  if ('level' in value) return value.name;
  if (type.kind !== 'number' || !('n' in value)) return null;
  const shown = shownNumber(value, type.dimension);
  return shown.value + shown.unit;
}
