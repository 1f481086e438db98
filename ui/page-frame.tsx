import type { ReactNode } from 'react';

interface Props {
  /** What stands beside the name, e.g. which guide is open. */
  readonly subtitle: string;
  readonly footer: ReactNode;
  readonly children: ReactNode;
}

/** The landmarks every page has: a way past the head, the head, the content, the foot. */
export function PageFrame({ subtitle, footer, children }: Props) {
  return (
    <>
      <a className="skip-link" href="#content">
        跳到正文
      </a>
      <header className="page-head">
        <div className="page-width">
          <a className="page-name" href="/">
            扶持
          </a>
          <span className="page-subtitle">{subtitle}</span>
        </div>
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
