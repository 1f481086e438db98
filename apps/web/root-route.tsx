import { isDeskOffered } from '@fuchi/platform-browser/desk-offered';
import { loadGuideData } from '@fuchi/platform-browser/guide-data';
import { PageState } from '@fuchi/ui/page-state.tsx';
import { createRootRoute, notFound, Outlet, useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { Astray } from './astray.tsx';
import { SiteFrame } from './site-frame.tsx';

/** Every page stands in it. */
export const root = createRootRoute({
  // The guide is one for all pages and never changes while a page is open.
  loader: ({ abortController }) => loadGuideData(abortController.signal),
  staleTime: Number.POSITIVE_INFINITY,
  shouldReload: false,
  pendingMs: 0,
  pendingMinMs: 0,
  pendingComponent: () => (
    <SiteFrame passing>
      <PageState>正在读取指南……</PageState>
    </SiteFrame>
  ),
  errorComponent: Unreadable,
  notFoundComponent: Astray,
  component: () => (
    <SiteFrame guide={root.useLoaderData().guide}>
      <Outlet />
    </SiteFrame>
  ),
});

function Unreadable() {
  const router = useRouter();
  return (
    <SiteFrame>
      <PageState>读取不到指南，请检查网络后重试。</PageState>
      <Button onClick={() => void router.invalidate()}>重试</Button>
    </SiteFrame>
  );
}

/** A portal that only answers questions has no such pages. */
export const atDesk = {
  getParentRoute: () => root,
  beforeLoad: () => {
    if (!isDeskOffered()) throw notFound();
  },
} as const;
/** What an address asks is text; more of it than anybody types is cut off. */
export function plain(asked: unknown): string {
  return typeof asked === 'string' ? asked.slice(0, 60) : '';
}
