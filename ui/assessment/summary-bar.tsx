import type { Assessment } from '@fuchi/policy/assess/assessment';
import { VerdictMark } from '../verdict-mark.tsx';
import { AmountText } from './amount-text.tsx';
import { stepValue } from './amount-value.ts';
import { isAssessed } from './line-mode.ts';

/** On a narrow screen the answer stays in sight while one writes, and leads to the whole of it. */
export function SummaryBar({ assessment }: { readonly assessment: Assessment }) {
  const { verdict, ceiling, mode } = assessment;
  if (!isAssessed(mode)) return null;
  return (
    <a className="summary-bar" href="#result">
      <VerdictMark verdict={verdict} />
      {ceiling && (
        <span className="summary-bar-amount">
          上限 <AmountText value={stepValue(ceiling)} unit="万元" />
        </span>
      )}
      <span className="summary-bar-more">查看结果</span>
    </a>
  );
}
