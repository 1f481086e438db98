import { addressPart, dropAddressPart } from '@fuchi/platform-browser/address';
import { useDesk } from '@fuchi/platform-browser/use-desk';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { emailConfirmed } from '../contract-contact.ts';
import { SignInFrame } from './sign-in-frame.tsx';

/** `/sign-in/confirm-email#…`: the link in the letter to a new e-mail address. */
export function ConfirmEmailPage() {
  usePageTitle('确认新邮箱');
  const [link] = useState(() => addressPart().slice(1));
  const [email, setEmail] = useState<string>();
  const { busy, fault, ask } = useDesk();
  useEffect(() => {
    // Taken out of the address at once: it mustn't stay in the history or be copied along.
    dropAddressPart();
  }, []);
  const confirm = async () => {
    const body = { link };
    const kept = await ask({ method: 'POST', path: '/api/sign-in/email', body }, emailConfirmed);
    if (kept) setEmail(kept.email);
  };
  return (
    <SignInFrame title="确认新邮箱">
      <div role="status">
        {email !== undefined && <Alert type="success" showIcon title={`邮箱已更换为${email}。`} />}
      </div>
      <div role="alert">
        {fault && (
          <Alert
            type="error"
            showIcon
            title={fault.faults.length > 0 ? '链接不完整，请重新打开邮件里的链接' : fault.message}
          />
        )}
      </div>
      {email === undefined && !fault && (
        <>
          <p>确认以后，通知和重置密码的邮件都发到这个邮箱。</p>
          <Button type="primary" loading={busy} onClick={() => void confirm()}>
            确认
          </Button>
        </>
      )}
      {(email !== undefined || fault) && <Link to="/account">到我的账号</Link>}
    </SignInFrame>
  );
}
