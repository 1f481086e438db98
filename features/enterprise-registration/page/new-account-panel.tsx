import { useDesk } from '@fuchi/platform-browser/use-desk';
import { EntryForm } from '@fuchi/ui/entry/entry-form.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import {
  PasswordFields,
  type TypedPassword,
  typedFaults,
} from '@fuchi/ui/entry/password-fields.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { newAccountView } from '../contract.ts';

interface Props {
  readonly onMade: () => void;
}

const EMPTY = { name: '', phone: '', email: '', login: '' };

/** Who registers an enterprise makes himself an account first. */
export function NewAccountPanel({ onMade }: Props) {
  const [typed, setTyped] = useState(EMPTY);
  const [password, setPassword] = useState<TypedPassword>({ password: '', again: '' });
  const { busy, fault, ask, tell } = useDesk();
  const field = (key: keyof typeof EMPTY) => ({
    value: typed[key],
    onChange: (value: string) => setTyped({ ...typed, [key]: value }),
    path: key,
    fault,
  });
  const send = async () => {
    const faults = typedFaults(password);
    if (faults.length > 0) return tell({ code: 'typed', message: '', faults });
    const body = { ...typed, password: password.password };
    const path = '/api/registration/account';
    if (await ask({ method: 'POST', path, body }, newAccountView)) onMade();
  };
  return (
    <Panel title="建立账号">
      <p>
        已经有账号的，请直接
        <Link to="/sign-in" search={{ to: '/registration' }}>
          登录
        </Link>
        。单位已经注册的，请联系本单位管理员邀请您加入，不必在这里注册。
      </p>
      <EntryForm
        send="建立账号"
        sending="正在建立"
        busy={busy}
        fault={fault}
        onSend={() => void send()}
      >
        <Field label="姓名" autoComplete="name" {...field('name')} />
        <Field label="手机或固定电话" autoComplete="tel" {...field('phone')} />
        <Field
          label="邮箱"
          autoComplete="email"
          hint="忘记密码、审核有结果时用。"
          {...field('email')}
        />
        <Field
          label="想用的账号"
          autoComplete="username"
          hint="3位以上字母、数字。为防止他人试探账号，系统会在后面加四位数字，建好后显示。"
          {...field('login')}
        />
        <PasswordFields typed={password} onChange={setPassword} path="password" fault={fault} />
      </EntryForm>
    </Panel>
  );
}
