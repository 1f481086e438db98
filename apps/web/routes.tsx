import { CalculatorPage } from '@fuchi/assessment/calculator/calculator-page.tsx';
import { LinePage } from '@fuchi/assessment/line-page.tsx';
import { loadGuideData } from '@fuchi/platform-browser/guide-data';
import { PageState } from '@fuchi/ui/page-state.tsx';
import {
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  useRouter,
} from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy } from 'react';
import { SiteFrame } from './site-frame.tsx';

const ReportPage = lazy(async () => ({
  default: (await import('@fuchi/assessment/report/report-page.tsx')).ReportPage,
}));

const root = createRootRoute({
  // The guide is one for all pages and never changes while a page is open.
  loader: ({ abortController }) => loadGuideData(abortController.signal),
  staleTime: Number.POSITIVE_INFINITY,
  shouldReload: false,
  pendingMs: 0,
  pendingMinMs: 0,
  pendingComponent: () => (
    <SiteFrame>
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

const calculator = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: () => <CalculatorPage data={root.useLoaderData()} />,
});

const line = createRoute({
  getParentRoute: () => root,
  path: '/lines/$line',
  component: () => {
    const data = root.useLoaderData();
    const { line: id } = line.useParams();
    const found = data.guide.lines.find((l) => l.id === id);
    return found ? <LinePage key={id} data={data} line={found} /> : <Astray />;
  },
});

const report = createRoute({
  getParentRoute: () => root,
  path: '/report',
  component: () => <ReportPage data={root.useLoaderData()} />,
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

function Astray() {
  return (
    <div className="page-title">
      <h1>没有这个地址</h1>
      <p role="alert">没有这个地址，可能是链接写错了，也可能是指南里已经没有这一项。</p>
      <p>
        <a href="/">回到测一测</a>
      </p>
    </div>
  );
}

const routeTree = root.addChildren([calculator, line, report]);

export const router = createRouter({ routeTree, scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
