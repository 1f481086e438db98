import { addressPart, dropAddressPart, onAddressPart } from '@fuchi/platform-browser/address';
import { useDesk } from '@fuchi/platform-browser/use-desk';
import { EntryForm } from '@fuchi/ui/entry/entry-form.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import {
  PasswordFields,
  type TypedPassword,
  typedFaults,
} from '@fuchi/ui/entry/password-fields.tsx';
import { PageState } from '@fuchi/ui/page-state.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import { done, type LinkView, linkView } from '../contract.ts';
import { AcceptForm } from './accept-form.tsx';
import { SignInFrame } from './sign-in-frame.tsx';

const TITLES: Readonly<Record<LinkView['purpose'], string>> = {
  password: '设置新密码',
  invite: '接受邀请',
  'first-administrator': '设置系统管理员',
};

/** `/sign-in/new-password#…`: what a link that works once opens. */
export function NewPasswordPage() {
  const [asked, setAsked] = useState(() => ({ link: addressPart().slice(1), times: 1 }));
  useEffect(() => {
    // Taken out of the address at once: it mustn't stay in the history or be copied along.
    dropAddressPart();
    return onAddressPart(() => {
      const link = addressPart().slice(1);
      if (link === '') return;
      dropAddressPart();
      setAsked(({ times }) => ({ link, times: times + 1 }));
    });
  }, []);
  return <OneLink key={asked.times} link={asked.link} />;
}

function OneLink({ link }: { readonly link: string }) {
  const [view, setView] = useState<LinkView>();
  const [isSet, setIsSet] = useState(false);
  const [accepted, setAccepted] = useState(false);
  const [hasAccount, setHasAccount] = useState(false);
  const [login, setLogin] = useState('');
  const [name, setName] = useState('');
  const [typed, setTyped] = useState<TypedPassword>({ password: '', again: '' });
  const { fault: linkFault, ask: askLink } = useDesk();
  const { busy, fault, ask, tell } = useDesk();
  const title = view ? TITLES[view.purpose] : '一次性链接';
  usePageTitle(title);
  useEffect(() => {
    const body = { link };
    void askLink({ method: 'POST', path: '/api/sign-in/link', body }, linkView).then((found) => {
      setView(found);
      setName(found?.name ?? '');
    });
  }, [link, askLink]);

  const isNew = view !== undefined && view.login === null;
  const send = async () => {
    const faults = typedFaults(typed);
    if (faults.length > 0) return tell({ code: 'typed', message: '', faults });
    const body = { link, password: typed.password, account: isNew ? { login, name } : null };
    const path = '/api/sign-in/new-password';
    if (await ask({ method: 'POST', path, body }, done)) setIsSet(true);
  };

  if (linkFault) {
    const message =
      linkFault.faults.length > 0 ? '链接不完整，请重新打开邮件里的链接' : linkFault.message;
    return (
      <SignInFrame title={title}>
        <Alert type="error" showIcon title={message} />
        <p>
          <Link to="/sign-in/forgotten">重新申请</Link>，或<Link to="/sign-in">回到登录</Link>
        </p>
      </SignInFrame>
    );
  }
  if (!view) return <PageState>正在核对链接……</PageState>;
  if (accepted) {
    return (
      <SignInFrame title={title}>
        <Alert
          type="success"
          showIcon
          title="已接受邀请。用您的账号登录，选这个岗位，就可以办事。"
        />
        <Link to="/sign-in">去登录</Link>
      </SignInFrame>
    );
  }
  if (hasAccount) {
    return (
      <SignInFrame title={title}>
        <p>
          {view.organisation}邀请您担任<strong>{view.roleName}</strong>，用您已有的账号接受。
        </p>
        <AcceptForm
          link={link}
          onDone={() => setAccepted(true)}
          onBack={() => setHasAccount(false)}
        />
      </SignInFrame>
    );
  }
  if (isSet) {
    return (
      <SignInFrame title={title}>
        <Alert type="success" showIcon title="密码已经设好，请用它登录。" />
        <Link to="/sign-in">去登录</Link>
      </SignInFrame>
    );
  }
  return (
    <SignInFrame title={title}>
      {view.login !== null && (
        <p>
          {view.name}，您的账号是 <strong>{view.login}</strong>。
        </p>
      )}
      {isNew && (
        <p>
          {view.organisation}邀请您担任<strong>{view.roleName}</strong>，请设置自己的账号和密码。
        </p>
      )}
      {view.purpose === 'invite' && isNew && (
        <p>
          <button type="button" className="link" onClick={() => setHasAccount(true)}>
            我已经有账号，用它接受
          </button>
        </p>
      )}
      <EntryForm
        send="保存"
        sending="正在保存"
        busy={busy}
        fault={fault}
        onSend={() => void send()}
      >
        {isNew && (
          <>
            <Field
              label="姓名"
              value={name}
              onChange={setName}
              autoComplete="name"
              path="account.name"
              fault={fault}
            />
            <Field
              label="账号"
              value={login}
              onChange={setLogin}
              autoComplete="username"
              hint="登录时用，3位以上字母、数字，不分大小写。"
              path="account.login"
              fault={fault}
            />
          </>
        )}
        <PasswordFields typed={typed} onChange={setTyped} path="password" fault={fault} />
      </EntryForm>
    </SignInFrame>
  );
}
