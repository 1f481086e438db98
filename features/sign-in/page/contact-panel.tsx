import { useDesk } from '@fuchi/platform-browser/use-desk';
import { EntryForm } from '@fuchi/ui/entry/entry-form.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { done, type ProfileView } from '../contract.ts';
import { emailAsked } from '../contract-contact.ts';

interface Props {
  readonly profile: ProfileView;
  readonly onChange: () => void;
}

type Open = 'phone' | 'email' | undefined;

/** How one is reached, and another way: the telephone at once, the e-mail address once its letter was opened. */
export function ContactPanel({ profile, onChange }: Props) {
  const [open, setOpen] = useState<Open>();
  const [told, setTold] = useState('');
  const close = (says: string) => {
    setTold(says);
    setOpen(undefined);
    if (says !== '') onChange();
  };
  const begin = (which: Open) => {
    setTold('');
    setOpen(which);
  };
  return (
    <Panel
      title="联系方式"
      aside={
        open === undefined && (
          <span className="entry-actions">
            <Button onClick={() => begin('phone')}>修改手机</Button>
            <Button onClick={() => begin('email')}>更换邮箱</Button>
          </span>
        )
      }
    >
      <dl className="sign-in-facts">
        <dt>手机</dt>
        <dd>{profile.phone ?? '没有登记'}</dd>
        <dt>邮箱</dt>
        <dd>{profile.email ?? '没有登记，忘记密码时不能自助重置'}</dd>
      </dl>
      <div role="status">{told !== '' && <Alert type="success" showIcon title={told} />}</div>
      {open && <OneContact key={open} which={open} onClose={close} />}
    </Panel>
  );
}

function OneContact({
  which,
  onClose,
}: {
  readonly which: 'phone' | 'email';
  /** With what happened; '' where nothing did. */
  readonly onClose: (says: string) => void;
}) {
  const [value, setValue] = useState('');
  const [password, setPassword] = useState('');
  const { busy, fault, ask } = useDesk();
  const isPhone = which === 'phone';
  const send = async () => {
    if (isPhone) {
      const body = { phone: value, password };
      const changed = await ask({ method: 'POST', path: '/api/account/phone', body }, done);
      if (changed) onClose('手机已修改。');
      return;
    }
    const body = { email: value, password };
    const asked = await ask({ method: 'POST', path: '/api/account/email', body }, emailAsked);
    if (asked) {
      onClose(`确认邮件已发往${asked.sentTo}，24小时内打开里面的链接，新邮箱才算数。`);
    }
  };
  return (
    <EntryForm
      send={isPhone ? '保存' : '发送确认邮件'}
      sending={isPhone ? '正在保存' : '正在发送'}
      busy={busy}
      fault={fault}
      onSend={() => void send()}
      aside={<Button onClick={() => onClose('')}>不改了</Button>}
    >
      <Field
        label={isPhone ? '新手机' : '新邮箱'}
        value={value}
        onChange={setValue}
        autoComplete={isPhone ? 'tel' : 'email'}
        path={which}
        fault={fault}
      />
      <Field
        label="登录密码"
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
