import type { Assessment } from '@fuchi/policy/assess/assessment';
import { Amount } from '../amount.tsx';
import { AmountText } from './amount-text.tsx';
import { stepValue } from './amount-value.ts';

/** The most the guide allows. Nowhere does it look like the award. */
export function CeilingBlock({ assessment }: { readonly assessment: Assessment }) {
  const { ceiling, ifEligible, cap, verdict, steps } = assessment;
  const shown = ceiling ?? ifEligible;
  if (shown === null) {
    if (cap === null && steps.length === 0) return null;
    return (
      <div className="ceiling">
        <p className="ceiling-label">补助上限</p>
        <p>
          尚不能算出
          {cap !== null && (
            <>
              ，不超过 <Amount value={cap} unit="万元" />
            </>
          )}
        </p>
      </div>
    );
  }
  return (
    <div className="ceiling">
      <p className="ceiling-label">{verdict === 'eligible' ? '补助上限' : '若符合，补助上限'}</p>
      <p className={verdict === 'ineligible' ? 'ceiling-if' : 'ceiling-figure'}>
        <AmountText value={stepValue(shown)} unit="万元" />
      </p>
      {cap !== null && (
        <p className="quiet small">
          条文封顶 <Amount value={cap} unit="万元" />
        </p>
      )}
      <p className="ceiling-remark">
        补助上限不是立项金额：实际补助通常低于上限，取决于预算和评审。
      </p>
    </div>
  );
}
