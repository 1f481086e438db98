import type { AssessedStep } from '@fuchi/policy/assess/assessment';
import { Amount } from '../amount.tsx';
import { figureWords } from './figure-text.ts';

interface Props {
  readonly value: AssessedStep['value'];
  readonly unit: string;
}

/** A figure, or the ends between which it lies while something is unknown. */
export function AmountText({ value, unit }: Props) {
  const { lead, ends } = figureWords(value);
  const [first, last] = ends;
  if (first === undefined) return <span className="quiet">尚不能算出</span>;
  if (last === undefined) {
    return (
      <>
        {lead !== '' && `${lead} `}
        <Amount value={first} unit={unit} />
      </>
    );
  }
  return (
    <>
      <Amount value={first} /> 至 <Amount value={last} unit={unit} />
    </>
  );
}
