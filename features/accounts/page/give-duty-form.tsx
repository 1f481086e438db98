import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Checks } from '@fuchi/ui/entry/checks.tsx';
import { Choice } from '@fuchi/ui/entry/choice.tsx';
import { EntryForm } from '@fuchi/ui/entry/entry-form.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import { type PeopleView, peopleView } from '../contract-people.ts';

interface Props {
  readonly view: PeopleView;
  /** The login of whom a duty is added to; '' to type one. */
  readonly login: string;
  readonly onDone: (view: PeopleView | undefined) => void;
}

/** Somebody who has an account gets a duty here: for some lines, from one day to another. */
export function GiveDutyForm({ view, login: known, onDone }: Props) {
  const [login, setLogin] = useState(known);
  const [role, setRole] = useState('');
  const [lines, setLines] = useState<readonly string[]>([]);
  const [from, setFrom] = useState(view.today);
  const [until, setUntil] = useState('');
  const { busy, fault, ask } = useDesk();
  const chosen = view.roles.find((each) => each.role === role);
  const send = async () => {
    const body = {
      login,
      role,
      lines: chosen?.hasLines ? lines : [],
      from,
      until: until === '' ? null : until,
    };
    const path = `/api/accounts/units/${view.unit.id}/duties`;
    const next = await ask({ method: 'POST', path, body }, peopleView);
    if (next) onDone(next);
  };
  return (
    <div className="accounts-entry">
      <h3>给已有账号的人一个岗位</h3>
      <EntryForm
        send="任职"
        sending="正在办理"
        busy={busy}
        fault={fault}
        onSend={() => void send()}
        aside={<Button onClick={() => onDone(undefined)}>不办了</Button>}
      >
        <Field
          label="账号"
          value={login}
          onChange={setLogin}
          autoComplete="off"
          path="login"
          fault={fault}
        />
        <Choice
          label="岗位"
          value={role}
          onChange={setRole}
          choices={[
            { value: '', text: '请选择' },
            ...view.roles.map((each) => ({ value: each.role, text: each.name })),
          ]}
          path="role"
          fault={fault}
        />
        {chosen?.hasLines && (
          <Checks
            label="负责的项目类别"
            hint="一个都不选，就是本单位负责的全部类别。"
            chosen={lines}
            onChange={setLines}
            choices={view.lines.map(({ id, title }) => ({ value: id, text: title }))}
            path="lines"
            fault={fault}
          />
        )}
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
          label="任职到（可以不填）"
          value={until}
          onChange={setUntil}
          autoComplete="off"
          date
          path="until"
          fault={fault}
        />
      </EntryForm>
    </div>
  );
}
