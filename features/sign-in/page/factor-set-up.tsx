import { useDesk } from '@fuchi/platform-browser/use-desk';
import { EntryForm } from '@fuchi/ui/entry/entry-form.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { useState } from 'react';
import { recoveryCodes, type SetUpView, setUpView } from '../contract.ts';
import { QrCode } from './qr-code.tsx';
import { RecoveryList } from './recovery-list.tsx';

const APPS = '身份验证器可以用手机应用商店里支持“动态口令（TOTP）”的任何一种，或本单位配发的。';

/** Sets the second factor up: password, secret as a QR code, first code, recovery codes. */
export function FactorSetUp({ onDone }: { readonly onDone: () => void }) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [begun, setBegun] = useState<SetUpView>();
  const [codes, setCodes] = useState<readonly string[]>();
  const { busy, fault, ask } = useDesk();
  const start = async () => {
    const path = '/api/account/second-factor/start';
    const view = await ask({ method: 'POST', path, body: { password } }, setUpView);
    setPassword('');
    if (view) setBegun(view);
  };
  const confirm = async () => {
    const path = '/api/account/second-factor/confirm';
    const made = await ask({ method: 'POST', path, body: { code } }, recoveryCodes);
    setCode('');
    if (made) setCodes(made.codes);
  };
  if (codes) return <RecoveryList codes={codes} onKept={onDone} />;
  if (!begun) {
    return (
      <EntryForm
        send="开始设置"
        sending="正在核对"
        busy={busy}
        fault={fault}
        onSend={() => void start()}
      >
        <Field
          label="当前密码"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          secret
          hint={`先确认是您本人。${APPS}`}
          path="password"
          fault={fault}
        />
      </EntryForm>
    );
  }
  return (
    <EntryForm
      send="确认"
      sending="正在核对"
      busy={busy}
      fault={fault}
      onSend={() => void confirm()}
    >
      <ol className="sign-in-steps">
        <li>
          <p>用身份验证器扫描二维码：</p>
          <QrCode text={begun.uri} label="身份验证器要扫描的二维码" />
          <p className="quiet small">扫不了时，在验证器里选“手动输入”，填密钥：</p>
          <p>
            <code>{begun.secret}</code>
          </p>
        </li>
        <li>
          <Field
            label="输入验证器显示的6位数字"
            value={code}
            onChange={setCode}
            autoComplete="one-time-code"
            numeric
            path="code"
            fault={fault}
          />
        </li>
      </ol>
    </EntryForm>
  );
}
