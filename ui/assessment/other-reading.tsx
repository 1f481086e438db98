import type { Assessment } from '@fuchi/policy/assess/assessment';
import { VERDICT_WORDS } from '@fuchi/policy/sentence/words';
import { citedClause } from '../clause-words.ts';
import { AmountText } from './amount-text.tsx';
import { stepValue } from './amount-value.ts';

interface Props {
  readonly now: Assessment;
  /** The same facts with this one point understood the other way. */
  readonly other: Assessment;
}

/** What the answer would be, were one point understood the other way. */
export function OtherReading({ now, other }: Props) {
  const [before, after] = [now.ceiling ?? now.ifEligible, other.ceiling ?? other.ifEligible];
  const sameAmount = JSON.stringify(before) === JSON.stringify(after);
  const sameClauses =
    JSON.stringify([now.failing, now.open]) === JSON.stringify([other.failing, other.open]);
  if (now.verdict === other.verdict && sameAmount && sameClauses)
    return <p className="small quiet">换一种理解，结论和金额都不变。</p>;
  return (
    <p className="small">
      换一种理解：{VERDICT_WORDS[other.verdict]}
      {other.failing.length > 0 && `（不符合${other.failing.map(citedClause).join('、')}）`}
      {sameAmount ? (
        '，金额不变。'
      ) : after === null ? (
        '，补助上限不能算出。'
      ) : (
        <>
          ，补助上限 <AmountText value={stepValue(after)} unit="万元" />。
        </>
      )}
    </p>
  );
}
