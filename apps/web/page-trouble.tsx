import { Button } from 'antd';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** What happened and what to do. */
  readonly children: ReactNode;
  readonly onAgain: () => void;
}

/**
 * In place of a page that can't be shown; the frame stays. Opening the page anew is the way out after the portal was
 * updated: then the old files are gone for good.
 */
export function PageTrouble({ title, children, onAgain }: Props) {
  return (
    <div className="page-title">
      <h1>{title}</h1>
      <p role="alert">{children}</p>
      <p>
        <Button type="primary" onClick={onAgain}>
          重试
        </Button>{' '}
        <Button onClick={() => location.reload()}>重新打开页面</Button>
      </p>
    </div>
  );
}

/** A page whose own code failed: ours to mend, not the reader's mistake. */
export function PageFault({ reset }: { readonly reset: () => void }) {
  return (
    <PageTrouble title="这一页出了错" onAgain={reset}>
      这是系统的问题，不是您填错了。填写过的内容都还在，可以重试；还不行，请重新打开页面。
    </PageTrouble>
  );
}
