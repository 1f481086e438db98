import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Panel } from '@fuchi/ui/panel.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { type ChangeDecisionBody, type ChangeView, changeView } from '../contract-change.ts';
import { ChangeDecision } from './change-decision.tsx';
import { ChangeFacts } from './change-facts.tsx';
import { PageFault } from './page-fault.tsx';
import './accounts.css';

/** `/unit-changes/$change`: one change with its proof beside it, and the decision. */
export function ChangePage({ change: id }: { readonly change: string }) {
  const [change, setChange] = useState<ChangeView>();
  const { fault: readFault, ask: askRead } = useDesk();
  const { busy, fault, ask, tell } = useDesk();
  const path = `/api/unit-changes/${id}`;
  usePageTitle(change ? `${change.unit.name}${change.kindName}` : '单位变更');
  useEffect(() => {
    void askRead({ path }, changeView).then(setChange);
  }, [askRead, path]);
  if (!change) return <PageFault title="单位变更" to={`/unit-changes/${id}`} fault={readFault} />;
  const decide = async (body: ChangeDecisionBody) => {
    const next = await ask({ method: 'POST', path: `${path}/decision`, body }, changeView);
    if (next) setChange(next);
  };
  return (
    <>
      <div className="page-title">
        <p className="small">
          <Link to="/unit-changes" activeOptions={{ exact: true }}>
            单位变更
          </Link>
        </p>
        <h1>
          {change.unit.name}
          {change.kindName}
        </h1>
      </div>
      <Panel title={change.stateName}>
        <ChangeFacts change={change} />
        <ChangeDecision
          key={change.state}
          change={change}
          busy={busy}
          fault={fault}
          onOpen={() => tell(undefined)}
          onDecide={(body) => void decide(body)}
        />
      </Panel>
    </>
  );
}
