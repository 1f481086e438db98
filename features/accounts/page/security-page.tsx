import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Link } from '@tanstack/react-router';
import { AccountsPart } from './accounts-part.tsx';
import { FailuresPart } from './failures-part.tsx';
import { SessionsPart } from './sessions-part.tsx';
import './accounts.css';

export const SECURITY_PARTS = {
  failures: '登录失败',
  sessions: '正在登录的人',
  accounts: '账号',
} as const;
export type SecurityPart = keyof typeof SECURITY_PARTS;

interface Props {
  readonly part: SecurityPart;
  /** What is looked for in a part. */
  readonly q: string;
  readonly onFind: (q: string) => void;
}

/** `/accounts/security`: failures, sessions and accounts, for the security administrator. */
export function SecurityPage({ part, q, onFind }: Props) {
  usePageTitle('登录安全');
  return (
    <>
      <div className="page-title">
        <h1>登录安全</h1>
      </div>
      <nav className="accounts-parts" aria-label="登录安全">
        {(Object.keys(SECURITY_PARTS) as SecurityPart[]).map((each) => (
          <Link
            key={each}
            to="/accounts/security"
            search={each === 'failures' ? {} : { part: each }}
            activeOptions={{ exact: each === 'failures' }}
          >
            {SECURITY_PARTS[each]}
          </Link>
        ))}
      </nav>
      {part === 'failures' && <FailuresPart onFind={onFind} />}
      {part === 'sessions' && <SessionsPart key={q} q={q} onFind={onFind} />}
      {part === 'accounts' && <AccountsPart key={q} q={q} onFind={onFind} />}
    </>
  );
}
