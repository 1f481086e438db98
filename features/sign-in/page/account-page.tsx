import { useDesk } from '@fuchi/platform-browser/use-desk';
import { PageState } from '@fuchi/ui/page-state.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Link } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { type ProfileView, profileView, type SessionView, sessionView } from '../contract.ts';
import { ContactPanel } from './contact-panel.tsx';
import { DelegationPanel } from './delegation-panel.tsx';
import { FactorPanel } from './factor-panel.tsx';
import { PasswordPanel } from './password-panel.tsx';
import { ProfilePanel } from './profile-panel.tsx';
import { SessionsPanel } from './sessions-panel.tsx';
import './sign-in.css';

/** `/account`: who one is here, and how one signs in. */
export function AccountPage() {
  usePageTitle('我的账号');
  const [profile, setProfile] = useState<ProfileView>();
  const [session, setSession] = useState<SessionView>();
  const { fault, ask } = useDesk();
  const read = useCallback(async () => {
    const now = await ask({ path: '/api/session' }, sessionView);
    if (!now) return;
    setSession(now);
    if (now.stage === 'ready') setProfile(await ask({ path: '/api/account' }, profileView));
  }, [ask]);
  useEffect(() => void read(), [read]);
  if (fault) return <PageState>{fault.message}</PageState>;
  if (session && session.stage !== 'ready') {
    return (
      <div className="page-title">
        <h1>我的账号</h1>
        <p>
          请先<Link to="/sign-in">登录</Link>。
        </p>
      </div>
    );
  }
  if (!session || !profile) return <PageState>正在读取……</PageState>;
  return (
    <>
      <div className="page-title">
        <h1>我的账号</h1>
      </div>
      <ProfilePanel profile={profile} session={session} />
      <ContactPanel profile={profile} onChange={() => void read()} />
      <DelegationPanel />
      <FactorPanel profile={profile} onChange={() => void read()} />
      <PasswordPanel profile={profile} onChange={() => void read()} />
      <SessionsPanel />
    </>
  );
}
