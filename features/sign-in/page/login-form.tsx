import { useDesk } from '@fuchi/platform-browser/use-desk';
import { EntryForm } from '@fuchi/ui/entry/entry-form.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { type SessionView, type SignInOffer, sessionView } from '../contract.ts';

interface Props {
  readonly offer: SignInOffer;
  readonly onSession: (view: SessionView) => void;
}

/** The first step: login and password, or the province's single sign-on. */
export function LoginForm({ offer, onSession }: Props) {
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const { busy, fault, ask, tell } = useDesk();
  const send = async () => {
    const missing = [
      ...(login.trim() === '' ? [{ path: 'login', message: '请输入账号' }] : []),
      ...(password === '' ? [{ path: 'password', message: '请输入密码' }] : []),
    ];
    if (missing.length > 0) return tell({ code: 'missing', message: '', faults: missing });
    const body = { login, password };
    const view = await ask({ method: 'POST', path: '/api/sign-in', body }, sessionView);
    setPassword('');
    if (view) onSession(view);
  };
  return (
    <>
      <EntryForm
        send="登录"
        sending="正在登录"
        busy={busy}
        fault={fault}
        onSend={() => void send()}
        aside={<Link to="/sign-in/forgotten">忘记密码</Link>}
      >
        <Field
          label="账号"
          value={login}
          onChange={setLogin}
          autoComplete="username"
          path="login"
          fault={fault}
        />
        <Field
          label="密码"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          secret
          path="password"
          fault={fault}
        />
      </EntryForm>
      {offer.signOn !== null && (
        <div className="sign-in-other">
          <p className="quiet small">或者</p>
          <Button href="/api/sign-on/start">用{offer.signOn}登录</Button>
        </div>
      )}
    </>
  );
}
