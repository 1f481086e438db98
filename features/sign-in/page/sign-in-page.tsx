import { tellSession } from '@fuchi/platform-browser/session-news';
import { useDesk } from '@fuchi/platform-browser/use-desk';
import { PageState } from '@fuchi/ui/page-state.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { type SessionView, type SignInOffer, sessionView, signInOffer } from '../contract.ts';
import { CodeForm } from './code-form.tsx';
import { DutyChoice } from './duty-choice.tsx';
import { FactorSetUp } from './factor-set-up.tsx';
import { LoginForm } from './login-form.tsx';
import { SignInFrame } from './sign-in-frame.tsx';

interface Props {
  /** What the single sign-on came to, where the browser comes back from it. */
  readonly signOn: string;
  /** Whoever acts goes on from here. */
  readonly onReady: () => void;
}

/** `/sign-in`: step by step, as far as the session has come. */
export function SignInPage({ signOn, onReady }: Props) {
  usePageTitle('登录');
  const [offer, setOffer] = useState<SignInOffer>();
  const [view, setView] = useState<SessionView>();
  const { fault, ask } = useDesk();
  const { ask: askEnd } = useDesk();

  const take = useCallback(
    (next: SessionView) => {
      setView(next);
      tellSession('changed');
      if (next.stage === 'ready') onReady();
    },
    [onReady],
  );
  const read = useCallback(async () => {
    const offered = await ask({ path: '/api/sign-in' }, signInOffer);
    const now = offered && (await ask({ path: '/api/session' }, sessionView));
    if (!now) return;
    setOffer(offered);
    take(now);
  }, [ask, take]);
  useEffect(() => void read(), [read]);

  const end = async () => {
    const ended = await askEnd({ method: 'POST', path: '/api/session/end' }, sessionView);
    if (ended) take(ended);
  };

  if (fault) {
    return (
      <SignInFrame title="登录">
        <Alert type="error" showIcon title={closed(fault.code) ?? fault.message} />
        <Button onClick={() => void read()}>重试</Button>
      </SignInFrame>
    );
  }
  if (!offer || !view) return <PageState>正在读取登录状态……</PageState>;
  const leave = (
    <button type="button" className="link small" onClick={() => void end()}>
      退出，换一个账号登录
    </button>
  );
  switch (view.stage) {
    case 'signed-out':
      return (
        <SignInFrame title="登录" offer={offer} note={SIGN_ON_NOTES[signOn]}>
          <LoginForm offer={offer} onSession={take} />
          <p className="small">
            企业第一次使用？<Link to="/registration">注册单位</Link>
          </p>
        </SignInFrame>
      );
    case 'second-factor':
      return (
        <SignInFrame title="两步验证">
          <CodeForm onSession={take} />
          {leave}
        </SignInFrame>
      );
    case 'set-up-second-factor':
      return (
        <SignInFrame title="设置两步验证">
          <p>
            {view.duty?.roleName}
            接触项目和资金，登录时除了密码还要验证码。只需设置一次。
          </p>
          <FactorSetUp onDone={() => void read()} />
          {leave}
        </SignInFrame>
      );
    case 'choose-duty':
      return (
        <SignInFrame title="选择岗位">
          <p>{view.name}，您有几个岗位，请选择这次以哪个岗位办事。之后可以随时更换。</p>
          <DutyChoice duties={view.duties} chosen={null} onSession={take} />
          {leave}
        </SignInFrame>
      );
    case 'no-duty':
      return (
        <SignInFrame title="没有岗位">
          <p>
            {view.name}
            ，您的账号目前没有有效的岗位。要为企业申报的，请
            <Link to="/registration">填写企业注册、查看审核进度</Link>
            ；原来有岗位的，可能是任期已满或单位已调整，请联系本单位的管理员。
          </p>
          {leave}
        </SignInFrame>
      );
    case 'ready':
      return <PageState>已经登录，正在打开……</PageState>;
  }
}

function closed(code: string): string | undefined {
  return code === 'not-found' ? '本站没有开通登录，只能查询指南和测算' : undefined;
}

const SIGN_ON_NOTES: Readonly<Record<string, string>> = {
  waiting: '统一身份认证已经通过，但还没有关联到本系统的账号。已告知系统管理员，确认以后就能登录。',
  refused: '统一身份认证没有通过，请重新登录。',
  unavailable: '统一身份认证暂时连不上，请稍后再试，或用账号和密码登录。',
};
