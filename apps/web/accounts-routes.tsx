import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
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
    component: lazyRouteComponent(accountsPages, 'Units'),
  }),
  createRoute({
    ...atDesk,
    path: '/accounts/new',
    component: lazyRouteComponent(accountsPages, 'NewUnit'),
  }),
  createRoute({
    ...atDesk,
    path: '/accounts/import',
    component: lazyRouteComponent(accountsPages, 'Import'),
  }),
  createRoute({
    ...atDesk,
    path: '/accounts/units/$unit',
    component: lazyRouteComponent(accountsPages, 'Unit'),
  }),
  createRoute({
    ...atDesk,
    path: '/accounts/security',
    validateSearch: (search): { part?: string; q?: string } => ({
      ...(search['part'] ? { part: plain(search['part']) } : {}),
      ...(search['q'] ? { q: plain(search['q']) } : {}),
    }),
    component: lazyRouteComponent(accountsPages, 'Security'),
  }),
  createRoute({
    ...atDesk,
    path: '/people',
    component: lazyRouteComponent(accountsPages, 'People'),
  }),
  createRoute({
    ...atDesk,
    path: '/unit-changes',
    validateSearch: (search): { state?: string } =>
      search['state'] ? { state: plain(search['state']) } : {},
    component: lazyRouteComponent(accountsPages, 'Changes'),
  }),
  createRoute({
    ...atDesk,
    path: '/unit-changes/$change',
    component: lazyRouteComponent(accountsPages, 'Change'),
  }),
] as const;
