import { CalculatorPage } from '@fuchi/assessment/calculator/calculator-page.tsx';
import { LinePage } from '@fuchi/assessment/line-page.tsx';
import { latePart } from '@fuchi/ui/late-part.tsx';
import { createRoute, createRouter } from '@tanstack/react-router';
import { accountsRoutes } from './accounts-routes.tsx';
import { Astray } from './astray.tsx';
import { guideRoutes } from './guide-routes.tsx';
import { latePage } from './late-page.tsx';
import { PageFault } from './page-trouble.tsx';
import { atDesk, plain, root } from './root-route.tsx';

const ReportPage = latePart(
  async () => (await import('@fuchi/assessment/report/report-page.tsx')).ReportPage,
);

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

const interfacePage = createRoute({
  getParentRoute: () => root,
  path: '/interface',
  component: latePage(() => import('@fuchi/interface-docs/interface-page.tsx'), 'InterfacePage'),
});

const formPages = () => import('./form-pages.tsx');
const formRoutes = [
  createRoute({
    getParentRoute: () => root,
    path: '/forms',
    component: latePage(formPages, 'Forms'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/forms/$form',
    component: latePage(formPages, 'OneForm'),
  }),
] as const;

const signInPages = () => import('./sign-in-pages.tsx');
const deskRoute = createRoute({
  ...atDesk,
  path: '/desk',
  component: latePage(() => import('./desk-pages.tsx'), 'Desk'),
});
const signInRoutes = [
  createRoute({
    ...atDesk,
    path: '/sign-in',
    validateSearch: (search): { to?: string; 'sign-on'?: string } => ({
      ...(search['to'] ? { to: String(search['to']).slice(0, 500) } : {}),
      ...(search['sign-on'] ? { 'sign-on': plain(search['sign-on']) } : {}),
    }),
    component: latePage(signInPages, 'SignIn'),
  }),
  createRoute({
    ...atDesk,
    path: '/sign-in/forgotten',
    component: latePage(signInPages, 'Forgotten'),
  }),
  createRoute({
    ...atDesk,
    path: '/sign-in/new-password',
    component: latePage(signInPages, 'NewPassword'),
  }),
  createRoute({
    ...atDesk,
    path: '/sign-in/confirm-email',
    component: latePage(signInPages, 'ConfirmEmail'),
  }),
  createRoute({
    ...atDesk,
    path: '/sign-in/letters',
    component: latePage(signInPages, 'Letters'),
  }),
  createRoute({
    ...atDesk,
    path: '/account',
    component: latePage(signInPages, 'Account'),
  }),
  createRoute({
    ...atDesk,
    path: '/accounts/sign-on',
    component: latePage(signInPages, 'SignOnRequests'),
  }),
] as const;

const noticesRoute = createRoute({
  ...atDesk,
  path: '/notices',
  component: latePage(() => import('./notice-pages.tsx'), 'Notices'),
});

const registrationPages = () => import('./registration-pages.tsx');
const SHOWS = ['waiting', 'returned', 'decided'] as const;
const registrationRoutes = [
  createRoute({
    ...atDesk,
    path: '/registration',
    component: latePage(registrationPages, 'Registration'),
  }),
  createRoute({
    ...atDesk,
    path: '/registrations',
    validateSearch: (search): { show?: (typeof SHOWS)[number]; q?: string } => {
      const show = SHOWS.find((each) => each === search['show']);
      return { ...(show && { show }), ...(search['q'] ? { q: plain(search['q']) } : {}) };
    },
    component: latePage(registrationPages, 'Registrations'),
  }),
  createRoute({
    ...atDesk,
    path: '/registrations/$registration',
    component: latePage(registrationPages, 'RegistrationReview'),
  }),
] as const;

const applicationPages = () => import('./application-pages.tsx');
const applications = createRoute({
  ...atDesk,
  path: '/applications',
  component: latePage(applicationPages, 'Applications'),
});
/** One route for all parts: the draft stays open while somebody goes from one to the other. */
const application = createRoute({
  ...atDesk,
  path: '/applications/$application/{-$part}',
  component: latePage(applicationPages, 'Application'),
});

const statements = createRoute({
  ...atDesk,
  path: '/statements',
  component: latePage(applicationPages, 'Statements'),
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
    component: latePage(trailPages, 'Trail'),
  }),
  createRoute({
    ...atDesk,
    path: '/trail/seals',
    component: latePage(trailPages, 'Seals'),
  }),
  createRoute({
    ...atDesk,
    path: '/trail/$kind/$subject',
    component: latePage(trailPages, 'SubjectTrail'),
  }),
] as const;

const registerPages = () => import('./register-pages.tsx');
const registerRoutes = [
  createRoute({
    ...atDesk,
    path: '/registers',
    component: latePage(registerPages, 'Registers'),
  }),
  createRoute({
    ...atDesk,
    path: '/registers/$register',
    component: latePage(registerPages, 'OneRegister'),
  }),
  createRoute({
    ...atDesk,
    path: '/registers/$register/import',
    validateSearch: (search): { year?: string } =>
      search['year'] ? { year: plain(search['year']) } : {},
    component: latePage(registerPages, 'ImportRegister'),
  }),
  createRoute({
    ...atDesk,
    path: '/registers/check',
    validateSearch: (search): { code?: string; auditor?: string } => ({
      ...(search['code'] ? { code: plain(search['code']) } : {}),
      ...(search['auditor'] ? { auditor: plain(search['auditor']) } : {}),
    }),
    component: latePage(registerPages, 'CheckRegisters'),
  }),
  createRoute({
    ...atDesk,
    path: '/registers/own',
    component: latePage(registerPages, 'OwnRegisters'),
  }),
] as const;

const roundPages = () => import('./round-pages.tsx');
const roundRoutes = [
  createRoute({
    ...atDesk,
    path: '/rounds',
    component: latePage(roundPages, 'Rounds'),
  }),
  createRoute({
    ...atDesk,
    path: '/rounds/$round',
    component: latePage(roundPages, 'OneRound'),
  }),
  createRoute({
    ...atDesk,
    path: '/sign-offs',
    component: latePage(roundPages, 'SignOffs'),
  }),
  createRoute({
    ...atDesk,
    path: '/sign-offs/$signOff',
    component: latePage(roundPages, 'OneSignOff'),
  }),
] as const;

const routeTree = root.addChildren([
  ...guideRoutes,
  ...formRoutes,
  ...signInRoutes,
  deskRoute,
  noticesRoute,
  ...registrationRoutes,
  ...accountsRoutes,
  ...roundRoutes,
  ...registerRoutes,
  ...trailRoutes,
  applications,
  application,
  statements,
  calculator,
  line,
  report,
  interfacePage,
]);

export const router = createRouter({
  routeTree,
  scrollRestoration: true,
  defaultErrorComponent: PageFault,
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
