import type { Amount, AssessedStep } from '@fuchi/policy/assess/assessment';

/** An amount in the shape of a step's value. */
export function stepValue(amount: Amount): AssessedStep['value'] {
  return 'amount' in amount ? amount.amount : amount;
}
