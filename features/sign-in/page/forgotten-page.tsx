import { useDesk } from '@fuchi/platform-browser/use-desk';
import { EntryForm } from '@fuchi/ui/entry/entry-form.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import { done, type SignInOffer, signInOffer } from '../contract.ts';
import { SignInFrame } from './sign-in-frame.tsx';

/** `/sign-in/forgotten`: a link by e-mail, if the account is there. */
export function ForgottenPage() {
  usePageTitle('忘记密码');
  const [login, setLogin] = useState('');
  const [asked, setAsked] = useState(false);
  const [offer, setOffer] = useState<SignInOffer>();
  const { busy, fault, ask, tell } = useDesk();
  const { ask: askOffer } = useDesk();
  useEffect(() => {
    void askOffer({ path: '/api/sign-in' }, signInOffer).then(setOffer);
  }, [askOffer]);
  const send = async () => {
    if (login.trim() === '') {
      const faults = [{ path: 'login', message: '请输入账号' }];
      return tell({ code: 'missing', message: '', faults });
    }
    const path = '/api/sign-in/forgotten';
    if (await ask({ method: 'POST', path, body: { login } }, done)) setAsked(true);
  };
  const back = <Link to="/sign-in">回到登录</Link>;
  if (offer?.letters === 'none') {
    return (
      <SignInFrame title="忘记密码">
        <p>
          本站没有设置邮件服务，不能自助重置密码。申报单位的填报人、提交人请找本单位的管理员，推荐单位的经办人请找本单位的负责人，其他人请找系统管理员，由他们给您设置密码的链接。
        </p>
        {back}
      </SignInFrame>
    );
  }
  return (
    <SignInFrame title="忘记密码" {...(offer && { offer: { ...offer, secondFactor: 'required' } })}>
      {asked ? (
        <>
          <Alert
            type="success"
            showIcon
            title="如果有这个账号，重置密码的邮件已经发往它登记的邮箱。链接1小时内有效，只能用一次。"
          />
          <p className="quiet small">
            没有收到？请看看垃圾邮件，或确认账号有没有写错。账号没有登记邮箱的，请联系本单位的管理员。
          </p>
          {back}
        </>
      ) : (
        <EntryForm
          send="发送邮件"
          sending="正在发送"
          busy={busy}
          fault={fault}
          onSend={() => void send()}
          aside={back}
        >
          <Field
            label="账号"
            value={login}
            onChange={setLogin}
            autoComplete="username"
            hint="我们会把重置密码的链接发到账号登记的邮箱。"
            path="login"
            fault={fault}
          />
        </EntryForm>
      )}
    </SignInFrame>
  );
}
