import type { Assessment } from '@fuchi/policy/assess/assessment';
import { VerdictMark } from '../verdict-mark.tsx';
import { CeilingBlock } from './ceiling-block.tsx';
import { ClauseList } from './clause-list.tsx';

interface Props {
  readonly assessment: Assessment;
  readonly faultCount: number;
}

/** The answer in short: whether, how much at most, and on which clauses it hangs. */
export function VerdictSummary({ assessment, faultCount }: Props) {
  const { verdict, failing, open } = assessment;
  return (
    <section className={`panel summary summary-${verdict}`} aria-label="结论">
      <div aria-live="polite">
        <h2 className="summary-verdict">
          <span className="visually-hidden">结论：</span>
          <VerdictMark verdict={verdict} />
        </h2>
        <p>
          {verdict === 'eligible' && '按已填的事实，各项支持条件都符合。'}
          {verdict === 'ineligible' && (
            <>
              不符合的条款：
              <ClauseList clauses={failing} />
            </>
          )}
          {verdict === 'undetermined' && (
            <>
              {open.length}条尚不能确定：
              <ClauseList clauses={open.map((o) => o.clause)} />
            </>
          )}
        </p>
        <CeilingBlock assessment={assessment} />
        {faultCount > 0 && (
          <p className="summary-faults">
            有{faultCount}处填写有误，见各栏下的提示；有误的值按未知处理。
          </p>
        )}
      </div>
    </section>
  );
}
