import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { type CommandButton, type RegistrationView, registrationView } from '../contract.ts';

interface Props {
  readonly view: RegistrationView;
  readonly onDecided: (view: RegistrationView) => void;
  /** It was corrected since it was read. */
  readonly onStale: () => void;
}

/** The commands the workflow's table gives this person now, each with what stands against it. */
export function DecisionPanel({ view, onDecided, onStale }: Props) {
  const [said, setSaid] = useState('');
  const { busy, fault, ask, tell } = useDesk();
  const decide = async ({ command, asks }: CommandButton) => {
    if (asks !== null && said.trim() === '') {
      const faults = [{ path: 'said', message: `请写明${asks}，申请人看得到` }];
      return tell({ code: 'nothing-said', message: '', faults });
    }
    const body = { command, said: asks === null ? '' : said.trim(), askedAt: view.askedAt };
    const path = `/api/registrations/${view.id}/decision`;
    const next = await ask({ method: 'POST', path, body }, registrationView);
    if (next) onDecided(next);
  };
  const held = [...new Set(view.buttons.flatMap((button) => button.held ?? []))];
  return (
    <Panel title="审核">
      <div className="registration-fields">
        <Field
          label="意见"
          lines={3}
          autoComplete="off"
          hint="退回或不予通过时必填，申请人看得到。"
          value={said}
          onChange={setSaid}
          path="said"
          fault={fault}
        />
        <div role="alert">
          {fault && fault.faults.length === 0 && (
            <Alert
              type="error"
              showIcon
              title={fault.message}
              action={
                fault.code === 'changed-meanwhile' && (
                  <Button size="small" onClick={onStale}>
                    看新的内容
                  </Button>
                )
              }
            />
          )}
        </div>
        {held.map((why) => (
          <p key={why} className="review-held">
            {why}。
          </p>
        ))}
        <div className="entry-actions">
          {view.buttons.map((button) => (
            <Button
              key={button.command}
              type={button.command === 'approve' ? 'primary' : 'default'}
              danger={button.command === 'refuse'}
              disabled={busy || button.held !== null}
              onClick={() => void decide(button)}
            >
              {button.name}
            </Button>
          ))}
        </div>
      </div>
    </Panel>
  );
}
