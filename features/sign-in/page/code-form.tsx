import { useDesk } from '@fuchi/platform-browser/use-desk';
import { EntryForm } from '@fuchi/ui/entry/entry-form.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { useState } from 'react';
import { type SessionView, sessionView } from '../contract.ts';

/** The second step: a code of the authenticator, or one for recovery. */
export function CodeForm({ onSession }: { readonly onSession: (view: SessionView) => void }) {
  const [code, setCode] = useState('');
  const { busy, fault, ask, tell } = useDesk();
  const send = async () => {
    if (code.trim().length < 6) {
      const message = '请输入6位验证码，或16位恢复码';
      return tell({ code: 'missing', message, faults: [{ path: 'code', message }] });
    }
    const path = '/api/sign-in/second-factor';
    const view = await ask({ method: 'POST', path, body: { code } }, sessionView);
    setCode('');
    if (view) onSession(view);
  };
  return (
    <EntryForm send="继续" sending="正在核对" busy={busy} fault={fault} onSend={() => void send()}>
      <Field
        label="验证码"
        value={code}
        onChange={setCode}
        autoComplete="one-time-code"
        hint="打开手机上的身份验证器，输入“扶持”下面的6位数字。手机不在身边时，输入一个恢复码。"
        path="code"
        fault={fault}
      />
    </EntryForm>
  );
}
