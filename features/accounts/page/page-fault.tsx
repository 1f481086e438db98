import type { DeskFault } from '@fuchi/platform-browser/desk-fetch';
import { PageState } from '@fuchi/ui/page-state.tsx';
import { Link } from '@tanstack/react-router';

interface Props {
  readonly title: string;
  /** The page's own address, to come back to. */
  readonly to: string;
  readonly fault: DeskFault | undefined;
}

/** What stands where the page will: it is being read, somebody has to sign in first, or it isn't his to see. */
export function PageFault({ title, to, fault }: Props) {
  if (fault?.code === 'sign-in-first') {
    return (
      <div className="page-title">
        <h1>{title}</h1>
        <p>
          请先
          <Link to="/sign-in" search={{ to }}>
            登录
          </Link>
          。
        </p>
      </div>
    );
  }
  return <PageState>{fault?.message ?? '正在读取……'}</PageState>;
}
