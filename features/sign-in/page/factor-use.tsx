import { useDesk } from '@fuchi/platform-browser/use-desk';
import { EntryForm } from '@fuchi/ui/entry/entry-form.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import { done, recoveryCodes } from '../contract.ts';
import { RecoveryList } from './recovery-list.tsx';

interface Props {
  readonly doing: 'codes' | 'remove';
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** What changes the second factor asks for both: password and a code. */
export function FactorUse({ doing, onDone, onCancel }: Props) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [codes, setCodes] = useState<readonly string[]>();
  const { busy, fault, ask } = useDesk();
  const send = async () => {
    const body = { password, code };
    if (doing === 'remove') {
      const path = '/api/account/second-factor/remove';
      if (await ask({ method: 'POST', path, body }, done)) onDone();
      return;
    }
    const path = '/api/account/second-factor/recovery';
    const made = await ask({ method: 'POST', path, body }, recoveryCodes);
    if (made) setCodes(made.codes);
  };
  if (codes) return <RecoveryList codes={codes} onKept={onDone} />;
  return (
    <EntryForm
      send={doing === 'codes' ? '生成恢复码' : '关闭两步验证'}
      sending="正在核对"
      busy={busy}
      fault={fault}
      onSend={() => void send()}
      aside={<Button onClick={onCancel}>取消</Button>}
    >
      {doing === 'codes' && <p>生成以后，以前的恢复码全部作废。</p>}
      <Field
        label="当前密码"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        secret
        path="password"
        fault={fault}
      />
      <Field
        label="验证码或恢复码"
        value={code}
        onChange={setCode}
        autoComplete="one-time-code"
        path="code"
        fault={fault}
      />
    </EntryForm>
  );
}
