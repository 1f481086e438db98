import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import type { ChangeDecisionBody, OwnChanges } from '../contract-change.ts';
import { ownChanges } from '../contract-change.ts';
import type { UnitRow } from '../contract-unit.ts';
import { AskChangeForm } from './ask-change-form.tsx';
import { ChangeDecision } from './change-decision.tsx';
import { ChangeFacts } from './change-facts.tsx';

const PATH = '/api/people/changes';

interface Props {
  readonly unit: UnitRow;
  readonly onChanged: () => void;
}

/** 更名、并入: what an enterprise asks for about itself, and what another asks of it. */
export function ChangesPanel({ unit, onChanged }: Props) {
  const [view, setView] = useState<OwnChanges>();
  const [asking, setAsking] = useState(false);
  const { busy, fault, ask, tell } = useDesk();
  useEffect(() => {
    void ask({ path: PATH }, ownChanges).then(setView);
  }, [ask]);
  if (!view) return null;
  const decide = async (id: string, body: ChangeDecisionBody) => {
    const next = await ask({ method: 'POST', path: `${PATH}/${id}/decision`, body }, ownChanges);
    if (!next) return;
    setView(next);
    onChanged();
  };
  const may = view.recommender !== null && !view.waiting;
  return (
    <Panel
      title="更名和并入"
      aside={may && !asking && <Button onClick={() => setAsking(true)}>申请变更</Button>}
    >
      {view.changes.length === 0 && !asking && (
        <p className="quiet">
          {view.recommender === null
            ? '本单位所在地还没有推荐单位，暂时不能申请更名或并入。'
            : `单位更名，或者并入另一家已注册的单位，在这里申请，附营业执照等证明，由${view.recommender}审核。`}
        </p>
      )}
      <div role="alert">{fault && <Alert type="error" showIcon title={fault.message} />}</div>
      {asking && (
        <AskChangeForm
          unit={unit}
          recommender={view.recommender ?? ''}
          onDone={(next) => {
            setAsking(false);
            if (next) setView(next);
          }}
        />
      )}
      {view.changes.map((change) => (
        <section key={change.id} className="accounts-entry" aria-label={`${change.kindName}申请`}>
          <h3>
            {change.kindName}
            <span
              className={`tag tag-${change.state === 'approved' ? 'yes' : change.state === 'refused' ? 'no' : 'none'} accounts-state`}
            >
              {change.stateName}
            </span>
          </h3>
          <ChangeFacts change={change} />
          <ChangeDecision
            change={change}
            busy={busy}
            fault={fault}
            onOpen={() => tell(undefined)}
            onDecide={(body) => void decide(change.id, body)}
          />
        </section>
      ))}
    </Panel>
  );
}
