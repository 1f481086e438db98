import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Choice } from '@fuchi/ui/entry/choice.tsx';
import { EntryForm } from '@fuchi/ui/entry/entry-form.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import { type DelegationView, delegationView } from '../contract.ts';

interface Props {
  readonly duties: DelegationView['duties'];
  readonly today: string;
  /** With the new state of things; undefined where nothing was done. */
  readonly onDone: (next: DelegationView | undefined) => void;
}

/** Which duty, who, from when until when, why. */
export function DelegationForm({ duties, today, onDone }: Props) {
  const [appointment, setAppointment] = useState(duties[0]?.appointment ?? '');
  const colleagues = duties.find((d) => d.appointment === appointment)?.colleagues ?? [];
  const [to, setTo] = useState('');
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState(today);
  const [reason, setReason] = useState('');
  const { busy, fault, ask, tell } = useDesk();
  const send = async () => {
    if (to === '') {
      const faults = [{ path: 'to', message: '请选择代办的同事' }];
      return tell({ code: 'missing', message: '', faults });
    }
    const body = { appointment, to, from, until, reason };
    const path = '/api/account/delegations';
    const next = await ask({ method: 'POST', path, body }, delegationView);
    if (next) onDone(next);
  };
  return (
    <EntryForm
      send="请他代办"
      sending="正在保存"
      busy={busy}
      fault={fault}
      onSend={() => void send()}
      aside={<Button onClick={() => onDone(undefined)}>取消</Button>}
    >
      {duties.length > 1 && (
        <Choice
          label="岗位"
          value={appointment}
          onChange={(next) => {
            setAppointment(next);
            setTo('');
          }}
          choices={duties.map((d) => ({
            value: d.appointment,
            text: `${d.organisation} · ${d.roleName}`,
          }))}
          path="appointment"
          fault={fault}
        />
      )}
      <Choice
        label="代办人"
        value={to}
        onChange={setTo}
        choices={[
          { value: '', text: '请选择' },
          ...colleagues.map((c) => ({ value: c.account, text: `${c.name}（${c.roleName}）` })),
        ]}
        path="to"
        fault={fault}
      />
      <Field
        label="开始日期"
        value={from}
        onChange={setFrom}
        autoComplete="off"
        date
        path="from"
        fault={fault}
      />
      <Field
        label="结束日期"
        value={until}
        onChange={setUntil}
        autoComplete="off"
        date
        hint="两头的日子都算。"
        path="until"
        fault={fault}
      />
      <Field
        label="原因"
        value={reason}
        onChange={setReason}
        autoComplete="off"
        path="reason"
        fault={fault}
      />
    </EntryForm>
  );
}
