import { goTo } from '@fuchi/platform-browser/address';
import { isDeskOffered } from '@fuchi/platform-browser/desk-offered';
import { onSessionNews } from '@fuchi/platform-browser/session-news';
import { isSignedInHint } from '@fuchi/platform-browser/signed-in-hint';
import { Link, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';

const AccountMenu = lazy(async () => ({
  default: (await import('@fuchi/sign-in/page/account-menu.tsx')).AccountMenu,
}));

/** At the end of the head: the way in; once somebody seems to be in, who it is, which is loaded only then. */
export function AccountPart() {
  const [hinted, setHinted] = useState(isSignedInHint);
  useEffect(
    () =>
      onSessionNews((news) => {
        if (news === 'changed') setHinted(isSignedInHint());
      }),
    [],
  );
  if (!isDeskOffered()) return null;
  if (!hinted) return <SignInLink />;
  return (
    <Suspense fallback={null}>
      <AccountMenu onOther={(stage) => goTo(stage === 'signed-out' ? '/' : '/sign-in')} />
    </Suspense>
  );
}

/** Leads back to the page it stands on. */
function SignInLink() {
  const path = useRouterState({ select: ({ location }) => location.href });
  const here = path.startsWith('/sign-in');
  return (
    <Link to="/sign-in" search={here || path === '/' ? {} : { to: path }} preload={false}>
      登录
    </Link>
  );
}
