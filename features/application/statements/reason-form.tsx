import { useDesk } from '@fuchi/platform-browser/use-desk';
import { EntryForm } from '@fuchi/ui/entry/entry-form.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import { type AskedStatement, askedList } from './contract.ts';

interface Props {
  readonly statement: AskedStatement;
  readonly does: 'decline' | 'take-back';
  readonly onAnswered: (list: readonly AskedStatement[]) => void;
  readonly onClose: () => void;
}

const WORDS = {
  decline: { send: '不出具', hint: '申报单位会看到，可以补充后再申请。' },
  'take-back': {
    send: '收回',
    hint: '申报单位会看到。收回以后这份意见不再作数，请在申报截止前重新登记。',
  },
} as const;

/** Says no, or takes back what was recorded by mistake, with the reason the applicant is told. */
export function ReasonForm({ statement, does, onAnswered, onClose }: Props) {
  const [reason, setReason] = useState('');
  const { ask, busy, fault } = useDesk();
  const { send: word, hint } = WORDS[does];
  const send = async () => {
    const path = `/api/statements/${statement.id}/${does}`;
    const list = await ask({ method: 'POST', path, body: { reason } }, askedList);
    if (list) onAnswered(list);
  };
  return (
    <EntryForm
      send={word}
      sending="正在提交"
      busy={busy}
      fault={fault}
      onSend={() => void send()}
      aside={<Button onClick={onClose}>取消</Button>}
    >
      <Field
        label="理由"
        value={reason}
        onChange={setReason}
        autoComplete="off"
        lines={3}
        hint={hint}
        path="reason"
        fault={fault}
      />
    </EntryForm>
  );
}
