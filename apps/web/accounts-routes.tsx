import { createRoute } from '@tanstack/react-router';
import { latePage } from './late-page.tsx';
import { atDesk, plain } from './root-route.tsx';

const accountsPages = () => import('./accounts-pages.tsx');
const UNIT_SEARCH = ['kind', 'q', 'status', 'page'] as const;
export const accountsRoutes = [
  createRoute({
    ...atDesk,
    path: '/accounts',
    validateSearch: (search): Partial<Record<(typeof UNIT_SEARCH)[number], string>> =>
      Object.fromEntries(
        UNIT_SEARCH.flatMap((name) => (search[name] ? [[name, plain(search[name])]] : [])),
      ),
    component: latePage(accountsPages, 'Units'),
  }),
  createRoute({
    ...atDesk,
    path: '/accounts/new',
    component: latePage(accountsPages, 'NewUnit'),
  }),
  createRoute({
    ...atDesk,
    path: '/accounts/import',
    component: latePage(accountsPages, 'Import'),
  }),
  createRoute({
    ...atDesk,
    path: '/accounts/units/$unit',
    component: latePage(accountsPages, 'Unit'),
  }),
  createRoute({
    ...atDesk,
    path: '/accounts/security',
    validateSearch: (search): { part?: string; q?: string } => ({
      ...(search['part'] ? { part: plain(search['part']) } : {}),
      ...(search['q'] ? { q: plain(search['q']) } : {}),
    }),
    component: latePage(accountsPages, 'Security'),
  }),
  createRoute({
    ...atDesk,
    path: '/people',
    component: latePage(accountsPages, 'People'),
  }),
  createRoute({
    ...atDesk,
    path: '/unit-changes',
    validateSearch: (search): { state?: string } =>
      search['state'] ? { state: plain(search['state']) } : {},
    component: latePage(accountsPages, 'Changes'),
  }),
  createRoute({
    ...atDesk,
    path: '/unit-changes/$change',
    component: latePage(accountsPages, 'Change'),
  }),
] as const;
