import { CalculatorPage } from '@fuchi/assessment/calculator/calculator-page.tsx';
import { LinePage } from '@fuchi/assessment/line-page.tsx';
import { isDeskOffered } from '@fuchi/platform-browser/desk-offered';
import { loadGuideData } from '@fuchi/platform-browser/guide-data';
import { PageState } from '@fuchi/ui/page-state.tsx';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
  useRouter,
} from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy } from 'react';
import { Astray } from './astray.tsx';
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

const guidePages = () => import('./guide-pages.tsx');
const inGuide = { getParentRoute: () => root } as const;
const guideRoutes = [
  createRoute({
    ...inGuide,
    path: '/guide',
    component: lazyRouteComponent(guidePages, 'Contents'),
  }),
  createRoute({
    ...inGuide,
    path: '/guide/lines/$line',
    component: lazyRouteComponent(guidePages, 'LineText'),
  }),
  createRoute({
    ...inGuide,
    path: '/guide/definitions',
    component: lazyRouteComponent(guidePages, 'Definitions'),
  }),
  createRoute({
    ...inGuide,
    path: '/guide/readings',
    validateSearch: (search): { line?: string } =>
      search['line'] ? { line: plain(search['line']) } : {},
    component: lazyRouteComponent(guidePages, 'Readings'),
  }),
  createRoute({
    ...inGuide,
    path: '/guide/training-directions',
    component: lazyRouteComponent(guidePages, 'Training'),
  }),
  createRoute({
    ...inGuide,
    path: '/guide/quotas',
    component: lazyRouteComponent(guidePages, 'Quotas'),
  }),
  createRoute({
    ...inGuide,
    path: '/guide/call',
    component: lazyRouteComponent(guidePages, 'Call'),
  }),
  createRoute({
    ...inGuide,
    path: '/guide/reference',
    component: lazyRouteComponent(guidePages, 'Reference'),
  }),
  createRoute({
    ...inGuide,
    path: '/guide/search',
    validateSearch: (search) => ({ q: plain(search['q']).trim() }),
    component: lazyRouteComponent(guidePages, 'Search'),
  }),
  createRoute({
    ...inGuide,
    path: '/guide/compare',
    validateSearch: (search) => ({ a: plain(search['a']), b: plain(search['b']) }),
    component: lazyRouteComponent(guidePages, 'Compare'),
  }),
  createRoute({
    ...inGuide,
    path: '/guide/versions',
    component: lazyRouteComponent(() => import('./guide-versions.tsx'), 'Versions'),
  }),
] as const;

const interfacePage = createRoute({
  getParentRoute: () => root,
  path: '/interface',
  component: lazyRouteComponent(
    () => import('@fuchi/interface-docs/interface-page.tsx'),
    'InterfacePage',
  ),
});

const formPages = () => import('./form-pages.tsx');
const formRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/forms',
    component: lazyRouteComponent(formPages, 'Forms'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/forms/$form',
    component: lazyRouteComponent(formPages, 'OneForm'),
  }),
] as const;

const signInPages = () => import('./sign-in-pages.tsx');
/** A portal that only answers questions has no such pages. */
const atDesk = {
  getParentRoute: () => root,
  beforeLoad: () => {
    if (!isDeskOffered()) throw notFound();
  },
} as const;
const deskRoute = createRoute({
  ...atDesk,
  path: '/desk',
  component: lazyRouteComponent(() => import('./desk-pages.tsx'), 'Desk'),
});
const signInRoutes = [
  createRoute({
    ...atDesk,
    path: '/sign-in',
    validateSearch: (search): { to?: string; 'sign-on'?: string } => ({
      ...(search['to'] ? { to: String(search['to']).slice(0, 500) } : {}),
      ...(search['sign-on'] ? { 'sign-on': plain(search['sign-on']) } : {}),
    }),
    component: lazyRouteComponent(signInPages, 'SignIn'),
  }),
  createRoute({
    ...atDesk,
    path: '/sign-in/forgotten',
    component: lazyRouteComponent(signInPages, 'Forgotten'),
  }),
  createRoute({
    ...atDesk,
    path: '/sign-in/new-password',
    component: lazyRouteComponent(signInPages, 'NewPassword'),
  }),
  createRoute({
    ...atDesk,
    path: '/sign-in/letters',
    component: lazyRouteComponent(signInPages, 'Letters'),
  }),
  createRoute({
    ...atDesk,
    path: '/account',
    component: lazyRouteComponent(signInPages, 'Account'),
  }),
  createRoute({
    ...atDesk,
    path: '/accounts/sign-on',
    component: lazyRouteComponent(signInPages, 'SignOnRequests'),
  }),
] as const;

const applicationPages = () => import('./application-pages.tsx');
const applications = createRoute({
  ...atDesk,
  path: '/applications',
  component: lazyRouteComponent(applicationPages, 'Applications'),
});
/** One route for all parts: the draft stays open while somebody goes from one to the other. */
const application = createRoute({
  ...atDesk,
  path: '/applications/$application/{-$part}',
  component: lazyRouteComponent(applicationPages, 'Application'),
});

const trailPages = () => import('./trail-pages.tsx');
const TRAIL_SEARCH = [
  'from',
  'to',
  'kind',
  'subject',
  'id',
  'person',
  'role',
  'organisation',
] as const;
const trailRoutes = [
  createRoute({
    ...atDesk,
    path: '/trail',
    validateSearch: (search): Partial<Record<(typeof TRAIL_SEARCH)[number], string>> =>
      Object.fromEntries(
        TRAIL_SEARCH.flatMap((name) => (search[name] ? [[name, plain(search[name])]] : [])),
      ),
    component: lazyRouteComponent(trailPages, 'Trail'),
  }),
  createRoute({
    ...atDesk,
    path: '/trail/seals',
    component: lazyRouteComponent(trailPages, 'Seals'),
  }),
  createRoute({
    ...atDesk,
    path: '/trail/$kind/$subject',
    component: lazyRouteComponent(trailPages, 'SubjectTrail'),
  }),
] as const;

const registerPages = () => import('./register-pages.tsx');
const registerRoutes = [
  createRoute({
    ...atDesk,
    path: '/registers',
    component: lazyRouteComponent(registerPages, 'Registers'),
  }),
  createRoute({
    ...atDesk,
    path: '/registers/$register',
    component: lazyRouteComponent(registerPages, 'OneRegister'),
  }),
  createRoute({
    ...atDesk,
    path: '/registers/$register/import',
    validateSearch: (search): { year?: string } =>
      search['year'] ? { year: plain(search['year']) } : {},
    component: lazyRouteComponent(registerPages, 'ImportRegister'),
  }),
  createRoute({
    ...atDesk,
    path: '/registers/check',
    validateSearch: (search): { code?: string; auditor?: string } => ({
      ...(search['code'] ? { code: plain(search['code']) } : {}),
      ...(search['auditor'] ? { auditor: plain(search['auditor']) } : {}),
    }),
    component: lazyRouteComponent(registerPages, 'CheckRegisters'),
  }),
  createRoute({
    ...atDesk,
    path: '/registers/own',
    component: lazyRouteComponent(registerPages, 'OwnRegisters'),
  }),
] as const;

/** What an address asks is text; more of it than anybody types is cut off. */
function plain(asked: unknown): string {
  return typeof asked === 'string' ? asked.slice(0, 60) : '';
}

const routeTree = root.addChildren([
  ...guideRoutes,
  ...formRoutes,
  ...signInRoutes,
  deskRoute,
  ...registerRoutes,
  ...trailRoutes,
  applications,
  application,
  calculator,
  line,
  report,
  interfacePage,
]);

export const router = createRouter({
  routeTree,
  scrollRestoration: true,
  // Plain text both ways: a number looked for stays as it was typed.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const text = new URLSearchParams(search).toString();
    return text === '' ? '' : `?${text}`;
  },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
