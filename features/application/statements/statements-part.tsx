import { useDesk } from '@fuchi/platform-browser/use-desk';
import type { StatementKind } from '@fuchi/record-application/contract-statement';
import { PageState } from '@fuchi/ui/page-state.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Alert } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { useApplication } from '../frame/application-world.ts';
import { PartLink } from '../frame/part-link.tsx';
import { type OwnStatements, ownStatements } from './contract.ts';
import { OwnStatement } from './own-statement.tsx';
import './statements.css';

/** 推荐单位意见: what only the recommender can say, asked for and taken back here. */
export function StatementsPart() {
  const { view, reload } = useApplication();
  const { ask, busy, fault } = useDesk();
  const [own, setOwn] = useState<OwnStatements>();
  const [asking, setAsking] = useState<StatementKind>();
  const path = `/api/applications/${view.id}/statements`;
  // What was stated meanwhile counts for the facts too.
  const take = useCallback(
    (next: OwnStatements | undefined) => {
      if (!next) return false;
      setOwn(next);
      reload();
      return true;
    },
    [reload],
  );
  useEffect(() => {
    void ask({ path }, ownStatements).then(take);
  }, [ask, path, take]);
  if (!own) return <PageState>{fault?.message ?? '正在读取……'}</PageState>;
  const { recommender, kinds } = own;
  const lacks = [
    ...(view.title === '' ? ['填写项目名称'] : []),
    ...(recommender === null ? ['选定项目推荐单位'] : []),
  ];
  return (
    <Panel title="推荐单位意见">
      {kinds.length === 0 ? (
        <p className="panel-lead">本类别不需要推荐单位另外出具意见。</p>
      ) : (
        <p className="quiet small panel-lead">
          由项目推荐单位登记日期、意见和盖章扫描件，本单位不能代填。
          {recommender !== null && `项目推荐单位：${recommender}。`}
        </p>
      )}
      {kinds.length > 0 && lacks.length > 0 && view.open && (
        <Alert
          type="warning"
          showIcon
          title={
            <>
              请先{lacks.join('、')}：
              <PartLink application={view.id} part="project">
                项目
              </PartLink>
            </>
          }
        />
      )}
      <div role="alert">
        {fault && fault.faults.length === 0 && (
          <Alert type="error" showIcon title={fault.message} />
        )}
      </div>
      {kinds.map(({ kind, statements }) => (
        <OwnStatement
          key={kind}
          kind={kind}
          statements={statements}
          path={path}
          canAsk={view.open && lacks.length === 0}
          canWithdraw={view.open}
          busy={busy}
          fault={asking === kind ? fault : undefined}
          onAsk={async (says) => {
            setAsking(kind);
            return take(await ask({ method: 'POST', path, body: { kind, says } }, ownStatements));
          }}
          onWithdraw={(id) =>
            void ask({ method: 'DELETE', path: `${path}/${id}` }, ownStatements).then(take)
          }
        />
      ))}
    </Panel>
  );
}
