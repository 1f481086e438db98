import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface Props {
  /** What stands beside the name, e.g. which guide is open. */
  readonly subtitle: string;
  /** The parts of the site, in the order of the head. */
  readonly places: readonly { readonly name: string; readonly to: string }[];
  /** Who is signed in, or the way in. */
  readonly account: ReactNode;
  /** What every page must say before anything else. */
  readonly mark?: ReactNode;
  /** The places of who is signed in. */
  readonly desk?: ReactNode;
  readonly footer: ReactNode;
  readonly children: ReactNode;
}

/** The landmarks every page has: a way past the head, the head, the content, the foot. */
export function PageFrame({ subtitle, places, account, mark, desk, footer, children }: Props) {
  return (
    <>
      <a className="skip-link" href="#content">
        跳到正文
      </a>
      <header className="page-head">
        {mark}
        <div className="page-width">
          <Link className="page-name" to="/">
            扶持
          </Link>
          <span className="page-subtitle">{subtitle}</span>
          <nav className="page-places" aria-label="栏目">
            {places.map(({ name, to }) => (
              <Link key={to} to={to} activeOptions={{ exact: to === '/' }}>
                {name}
              </Link>
            ))}
          </nav>
          <div className="page-account">{account}</div>
        </div>
        {desk}
      </header>
      <main id="content" className="page-width" tabIndex={-1}>
        {children}
      </main>
      <footer className="page-foot">
        <div className="page-width">{footer}</div>
      </footer>
    </>
  );
}
