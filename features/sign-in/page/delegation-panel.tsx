import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { type DelegationView, delegationView } from '../contract.ts';
import { DelegationForm } from './delegation-form.tsx';

const PATH = '/api/account/delegations';

/** 代办: who stands in for one's duties, and somebody else. Nothing where there is no colleague who could. */
export function DelegationPanel() {
  const [view, setView] = useState<DelegationView>();
  const [open, setOpen] = useState(false);
  const { busy, fault, ask } = useDesk();
  useEffect(() => {
    void ask({ path: PATH }, delegationView).then(setView);
  }, [ask]);
  const able = view?.duties.filter(({ colleagues }) => colleagues.length > 0) ?? [];
  if (!view || (able.length === 0 && view.standIns.length === 0)) return null;
  const end = async (id: string) => {
    const next = await ask({ method: 'DELETE', path: `${PATH}/${id}` }, delegationView);
    if (next) setView(next);
  };
  return (
    <Panel
      title="外出代办"
      aside={!open && able.length > 0 && <Button onClick={() => setOpen(true)}>请人代办</Button>}
    >
      <div role="alert">{fault && <Alert type="error" showIcon title={fault.message} />}</div>
      {view.standIns.length === 0 && (
        <p>没有请人代办。外出期间可以请本单位的同事代办，办的每一件事都记着是代谁办的。</p>
      )}
      <ul className="sign-in-sessions">
        {view.standIns.map((one) => (
          <li key={one.id}>
            <strong>{one.to}</strong>
            <span className="quiet small">
              {one.from} 至 {one.until} ·{' '}
              {view.duties.find((d) => d.appointment === one.appointment)?.roleName} · {one.reason}
            </span>
            <Button
              size="small"
              disabled={busy}
              aria-label={`收回${one.to}的代办`}
              onClick={() => void end(one.id)}
            >
              收回
            </Button>
          </li>
        ))}
      </ul>
      {open && (
        <DelegationForm
          duties={able}
          today={view.today}
          onDone={(next) => {
            setOpen(false);
            if (next) setView(next);
          }}
        />
      )}
    </Panel>
  );
}
