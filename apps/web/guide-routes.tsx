import { createRoute } from '@tanstack/react-router';
import { latePage } from './late-page.tsx';
import { plain, root } from './root-route.tsx';

const guidePages = () => import('./guide-pages.tsx');
const inGuide = { getParentRoute: () => root } as const;
export const guideRoutes = [
  createRoute({
    ...inGuide,
    path: '/guide',
    component: latePage(guidePages, 'Contents'),
  }),
  createRoute({
    ...inGuide,
    path: '/guide/lines/$line',
    component: latePage(guidePages, 'LineText'),
  }),
  createRoute({
    ...inGuide,
    path: '/guide/definitions',
    component: latePage(guidePages, 'Definitions'),
  }),
  createRoute({
    ...inGuide,
    path: '/guide/readings',
    validateSearch: (search): { line?: string } =>
      search['line'] ? { line: plain(search['line']) } : {},
    component: latePage(guidePages, 'Readings'),
  }),
  createRoute({
    ...inGuide,
    path: '/guide/training-directions',
    component: latePage(guidePages, 'Training'),
  }),
  createRoute({
    ...inGuide,
    path: '/guide/quotas',
    component: latePage(guidePages, 'Quotas'),
  }),
  createRoute({
    ...inGuide,
    path: '/guide/call',
    component: latePage(guidePages, 'Call'),
  }),
  createRoute({
    ...inGuide,
    path: '/guide/reference',
    component: latePage(guidePages, 'Reference'),
  }),
  createRoute({
    ...inGuide,
    path: '/guide/search',
    validateSearch: (search) => ({ q: plain(search['q']).trim() }),
    component: latePage(guidePages, 'Search'),
  }),
  createRoute({
    ...inGuide,
    path: '/guide/compare',
    validateSearch: (search) => ({ a: plain(search['a']), b: plain(search['b']) }),
    component: latePage(guidePages, 'Compare'),
  }),
  createRoute({
    ...inGuide,
    path: '/guide/versions',
    component: latePage(() => import('./guide-versions.tsx'), 'Versions'),
  }),
] as const;
