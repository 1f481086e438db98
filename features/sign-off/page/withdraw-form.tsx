import { useDesk } from '@fuchi/platform-browser/use-desk';
import { EntryForm } from '@fuchi/ui/entry/entry-form.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import { type SignOffView, signOffView } from '../contract.ts';

interface Props {
  readonly signOff: SignOffView;
  readonly onDone: (signOff: SignOffView) => void;
  readonly onClose: () => void;
}

/** Takes back what was sent, with the reason. */
export function WithdrawForm({ signOff, onDone, onClose }: Props) {
  const [said, setSaid] = useState('');
  const { busy, fault, ask } = useDesk();
  const send = async () => {
    const path = `/api/desk/sign-offs/${signOff.id}/withdraw`;
    const done = await ask({ method: 'POST', path, body: { said } }, signOffView);
    if (done) onDone(done);
  };
  return (
    <div className="sign-off-withdraw">
      <EntryForm
        send="撤回"
        sending="正在撤回"
        busy={busy}
        fault={fault}
        onSend={() => void send()}
        aside={<Button onClick={onClose}>取消</Button>}
      >
        <Field
          label="撤回的理由"
          value={said}
          onChange={setSaid}
          autoComplete="off"
          lines={2}
          path="said"
          fault={fault}
        />
      </EntryForm>
    </div>
  );
}
