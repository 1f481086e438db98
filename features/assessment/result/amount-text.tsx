import type { AssessedStep } from '@fuchi/policy/assess/assessment';
import { Amount } from '@fuchi/ui/amount.tsx';

interface Props {
  readonly value: AssessedStep['value'];
  readonly unit: string;
}

/** A figure, or the ends between which it lies while something is unknown. */
export function AmountText({ value, unit }: Props) {
  if (value === null) return <span className="quiet">未知</span>;
  if (typeof value === 'string') return <Amount value={value} unit={unit} />;
  if (value.atMost === null) {
    return (
      <>
        不低于 <Amount value={value.atLeast} unit={unit} />
      </>
    );
  }
  return (
    <>
      <Amount value={value.atLeast} /> 至 <Amount value={value.atMost} unit={unit} />
    </>
  );
}
