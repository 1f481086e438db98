import { goTo } from '@fuchi/platform-browser/address';
import { isDeskOffered } from '@fuchi/platform-browser/desk-offered';
import { latePart } from '@fuchi/ui/late-part.tsx';
import type { Role } from '@fuchi/workflow/role';
import { Link, useRouterState } from '@tanstack/react-router';
import { useCallback, useState } from 'react';

const AccountMenu = latePart(
  async () => (await import('@fuchi/sign-in/page/account-menu.tsx')).AccountMenu,
);

const NoticeMark = latePart(
  async () => (await import('@fuchi/notices/page/notice-mark.tsx')).NoticeMark,
);

interface Props {
  /** Whether somebody seems to be signed in. */
  readonly hinted: boolean;
  /** Told as what somebody acts; null when nobody does. */
  readonly onRole: (role: Role | null) => void;
}

/** At the end of the head: the way in; once somebody seems to be in, who it is, which is loaded only then. */
export function AccountPart({ hinted, onRole }: Props) {
  const [acts, setActs] = useState(false);
  const tellRole = useCallback(
    (role: Role | null) => {
      setActs(role !== null);
      onRole(role);
    },
    [onRole],
  );
  if (!isDeskOffered()) return null;
  if (!hinted) return <SignInLink />;
  return (
    <>
      {acts && <NoticeMark />}
      <AccountMenu
        onRole={tellRole}
        onOther={(stage) => goTo(stage === 'signed-out' ? '/' : '/sign-in')}
      />
    </>
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
