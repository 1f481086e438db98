import { useDesk } from '@fuchi/platform-browser/use-desk';
import { EntryForm } from '@fuchi/ui/entry/entry-form.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import { done } from '../contract.ts';

interface Props {
  readonly link: string;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

/** Whoever has an account takes the duty with it: one person, one account. */
export function AcceptForm({ link, onDone, onBack }: Props) {
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const { busy, fault, ask } = useDesk();
  const send = async () => {
    const body = { link, login, password };
    if (await ask({ method: 'POST', path: '/api/sign-in/accept', body }, done)) onDone();
  };
  return (
    <EntryForm
      send="接受邀请"
      sending="正在接受"
      busy={busy}
      fault={fault}
      onSend={() => void send()}
      aside={<Button onClick={onBack}>我没有账号</Button>}
    >
      <Field
        label="已有的账号"
        value={login}
        onChange={setLogin}
        autoComplete="username"
        path="login"
        fault={fault}
      />
      <Field
        label="它的密码"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        secret
        path="password"
        fault={fault}
      />
    </EntryForm>
  );
}
