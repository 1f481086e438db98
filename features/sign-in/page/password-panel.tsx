import { useDesk } from '@fuchi/platform-browser/use-desk';
import { EntryForm } from '@fuchi/ui/entry/entry-form.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import {
  PasswordFields,
  type TypedPassword,
  typedFaults,
} from '@fuchi/ui/entry/password-fields.tsx';
import { momentText } from '@fuchi/ui/moment-text';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { done, type ProfileView } from '../contract.ts';

interface Props {
  readonly profile: ProfileView;
  readonly onChange: () => void;
}

const NOTHING: TypedPassword = { password: '', again: '' };

/** When the password was set, and another one. */
export function PasswordPanel({ profile, onChange }: Props) {
  const [open, setOpen] = useState(false);
  const [changed, setChanged] = useState(false);
  const [current, setCurrent] = useState('');
  const [typed, setTyped] = useState(NOTHING);
  const { busy, fault, ask, tell } = useDesk();
  const close = () => {
    setCurrent('');
    setTyped(NOTHING);
    tell(undefined);
    setOpen(false);
  };
  const send = async () => {
    const faults = typedFaults(typed);
    if (faults.length > 0) return tell({ code: 'typed', message: '', faults });
    const body = { current, next: typed.password };
    const path = '/api/account/password';
    if (!(await ask({ method: 'POST', path, body }, done))) return;
    close();
    setChanged(true);
    onChange();
  };
  const at = profile.passwordSetAt;
  return (
    <Panel title="密码" aside={!open && <Button onClick={() => setOpen(true)}>修改密码</Button>}>
      <p>{at === null ? '没有设置密码，用统一身份认证登录。' : `${momentText(at)} 设置`}</p>
      <div role="status">
        {changed && <Alert type="success" showIcon title="密码已修改，其他设备都已退出。" />}
      </div>
      {open && (
        <EntryForm
          send="保存"
          sending="正在保存"
          busy={busy}
          fault={fault}
          onSend={() => void send()}
          aside={<Button onClick={close}>不改了</Button>}
        >
          <Field
            label="当前密码"
            value={current}
            onChange={setCurrent}
            autoComplete="current-password"
            secret
            path="current"
            fault={fault}
          />
          <PasswordFields typed={typed} onChange={setTyped} path="next" fault={fault} />
        </EntryForm>
      )}
    </Panel>
  );
}
