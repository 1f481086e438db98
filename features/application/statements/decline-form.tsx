import { useDesk } from '@fuchi/platform-browser/use-desk';
import { EntryForm } from '@fuchi/ui/entry/entry-form.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import { type AskedStatement, askedList } from './contract.ts';

interface Props {
  readonly statement: AskedStatement;
  readonly onAnswered: (list: readonly AskedStatement[]) => void;
  readonly onClose: () => void;
}

/** Says no, with the reason the applicant is told. */
export function DeclineForm({ statement, onAnswered, onClose }: Props) {
  const [reason, setReason] = useState('');
  const { ask, busy, fault } = useDesk();
  const send = async () => {
    const path = `/api/statements/${statement.id}/decline`;
    const list = await ask({ method: 'POST', path, body: { reason } }, askedList);
    if (list) onAnswered(list);
  };
  return (
    <EntryForm
      send="不出具"
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
        hint="申报单位会看到。"
        path="reason"
        fault={fault}
      />
    </EntryForm>
  );
}
