import { PageState } from '@fuchi/ui/page-state.tsx';
import { type ComponentType, type ReactNode, useEffect, useReducer } from 'react';
import { PageTrouble } from './page-trouble.tsx';

/** A page the router can ask for before it shows it. */
type LatePage = (() => ReactNode) & { preload: () => Promise<void> };

/**
 * A page that is downloaded when somebody goes there. Where that fails, the frame stays and says so; nothing is opened
 * anew by itself, since without a line the browser would show its own empty page in place of ours.
 * @param load the file of the page; called again after it failed
 * @example latePage(() => import('./notice-pages.tsx'), 'Notices')
 */
export function latePage<Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): LatePage {
  let page: ComponentType | undefined;
  let failed = false;
  const preload = async () => {
    if (page) return;
    try {
      page = (await load())[name];
      failed = false;
    } catch {
      failed = true;
    }
  };
  function Late() {
    const [, shown] = useReducer((times: number) => times + 1, 0);
    const Page = page;
    const absent = Page === undefined;
    useEffect(() => {
      if (absent) void preload().then(shown);
    }, [absent]);
    if (Page) return <Page />;
    if (!failed) return <PageState>正在打开……</PageState>;
    return (
      <PageTrouble title="这一页没有下载下来" onAgain={() => void preload().then(shown)}>
        可能是网络断了。填写过的内容都还在，网络恢复后重试；还不行，请重新打开页面。
      </PageTrouble>
    );
  }
  return Object.assign(Late, { preload });
}
