import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { type SignOffView, signOffView } from '../contract.ts';

interface Props {
  readonly signOff: SignOffView;
  readonly onDone: (signOff: SignOffView) => void;
  /** What is shown is no longer what there is. */
  readonly onChanged: () => void;
}

/** Signs one's step: with an opinion, agreeing or not. */
export function SignForm({ signOff, onDone, onChanged }: Props) {
  const [opinion, setOpinion] = useState('');
  const { busy, fault, ask, tell } = useDesk();
  const sign = async (agreed: boolean) => {
    if (opinion.trim() === '') {
      return tell({
        code: 'nothing-said',
        message: '请写意见',
        faults: [
          { path: 'opinion', message: agreed ? '请写意见，例如：同意。' : '请写不同意的理由。' },
        ],
      });
    }
    const path = `/api/desk/sign-offs/${signOff.id}/signatures`;
    const body = { agreed, opinion, digest: signOff.digest };
    const done = await ask({ method: 'POST', path, body }, signOffView);
    if (done) onDone(done);
  };
  const last = signOff.steps.filter(({ signature }) => signature === null).length === 1;
  return (
    <section className="sign-off-form" aria-label={`签署“${signOff.next}”一步`}>
      <Field
        label={`“${signOff.next}”的意见`}
        value={opinion}
        onChange={setOpinion}
        autoComplete="off"
        lines={3}
        hint={last ? '这是最后一步：同意以后立即生效。' : '签了以后不能改。'}
        path="opinion"
        fault={fault}
      />
      <div role="alert">
        {fault && fault.code !== 'nothing-said' && (
          <Alert
            type="error"
            showIcon
            title={fault.message}
            {...(fault.code === 'changed-meanwhile' && {
              action: (
                <Button size="small" onClick={onChanged}>
                  重新读取
                </Button>
              ),
            })}
          />
        )}
      </div>
      <div className="entry-actions">
        <Button type="primary" disabled={busy} onClick={() => void sign(true)}>
          同意
        </Button>
        <Button danger disabled={busy} onClick={() => void sign(false)}>
          不同意，退回
        </Button>
      </div>
    </section>
  );
}
