import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { plain, root } from './root-route.tsx';

const guidePages = () => import('./guide-pages.tsx');
const inGuide = { getParentRoute: () => root } as const;
export const guideRoutes = [
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
