import { useDesk } from '@fuchi/platform-browser/use-desk';
import { PageState } from '@fuchi/ui/page-state.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { useEffect, useState } from 'react';
import { AnswerStatement } from './answer-statement-part.tsx';
import { AskedBasisPart } from './asked-basis-part.tsx';
import { type AskedStatement, askedList } from './contract.ts';
import { StatementHead } from './statement-head.tsx';
import { StatementText } from './statement-text.tsx';
import './statements.css';

/** `/statements`: what applicants ask of one's own unit, and what it answered. */
export function StatementsPage() {
  usePageTitle('推荐单位意见');
  const { ask, fault } = useDesk();
  const [list, setList] = useState<readonly AskedStatement[]>();
  useEffect(() => {
    void ask({ path: '/api/statements' }, askedList).then(setList);
  }, [ask]);
  if (!list) return <PageState>{fault?.message ?? '正在读取……'}</PageState>;
  const waiting = list.filter(({ state, open }) => state === 'asked' && open);
  const others = list.filter((one) => !waiting.includes(one));
  return (
    <>
      <div className="page-title">
        <h1>推荐单位意见</h1>
        <p>申报单位在填报中申请的验收意见和无需办理相关手续的说明，在申报截止前登记。</p>
      </div>
      <Panel title="待出具">
        {waiting.length === 0 && <p className="panel-lead">没有等待出具的意见。</p>}
        {waiting.map((statement) => (
          <section key={statement.id} className="statement" aria-label={statement.applicant}>
            <StatementHead statement={statement} />
            <StatementText statement={statement} scanAt="" />
            <AskedBasisPart statement={statement.id} />
            <AnswerStatement statement={statement} onAnswered={setList} />
          </section>
        ))}
      </Panel>
      {others.length > 0 && (
        <Panel title="已办结">
          {others.map((statement) => (
            <section key={statement.id} className="statement" aria-label={statement.applicant}>
              <StatementHead statement={statement} />
              <StatementText
                statement={statement}
                scanAt={`/api/statements/${statement.id}/content`}
              />
              {statement.state === 'given' && statement.open && (
                <AnswerStatement statement={statement} onAnswered={setList} />
              )}
            </section>
          ))}
        </Panel>
      )}
    </>
  );
}
