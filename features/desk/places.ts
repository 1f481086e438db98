import { ALL_ROLES, type Role } from '@fuchi/workflow/role';

/** A page of the signed-in site that has a place of its own in the navigation. */
export interface DeskPlace {
  readonly path: string;
  readonly name: string;
  /** Who sees it there, which is who may open it. */
  readonly roles: readonly Role[];
}

/** In the order of the navigation. A feature adds its page here once the page is there. */
export const DESK_PLACES: readonly DeskPlace[] = [
  { path: '/desk', name: '工作台', roles: ALL_ROLES },
  {
    path: '/sign-offs',
    name: '签批',
    roles: ['planning', 'line-officer', 'office-head', 'leader', 'finance-officer', 'finance-head'],
  },
  {
    path: '/rounds',
    name: '申报批次',
    roles: [
      'planning',
      'line-officer',
      'office-head',
      'leader',
      'finance-officer',
      'finance-head',
      'auditor',
    ],
  },
  {
    path: '/applications',
    name: '我的申报',
    roles: ['applicant-admin', 'filler', 'submitter'],
  },
  {
    path: '/registrations',
    name: '企业注册',
    roles: ['recommender-handler', 'recommender-lead'],
  },
  {
    path: '/statements',
    name: '推荐单位意见',
    roles: ['recommender-handler', 'recommender-lead'],
  },
  { path: '/people', name: '本单位人员', roles: ['applicant-admin', 'recommender-lead'] },
  {
    path: '/unit-changes',
    name: '单位变更',
    roles: ['recommender-handler', 'recommender-lead'],
  },
  { path: '/accounts', name: '单位与账号', roles: ['system-admin'] },
  { path: '/accounts/security', name: '登录安全', roles: ['security-admin'] },
  { path: '/accounts/sign-on', name: '统一认证申请', roles: ['system-admin'] },
  { path: '/trail', name: '操作记录', roles: ['auditor', 'audit-admin'] },
  {
    path: '/registers',
    name: '名单',
    roles: [
      'recommender-handler',
      'recommender-lead',
      'planning',
      'line-officer',
      'office-head',
      'leader',
      'finance-officer',
      'finance-head',
      'auditor',
    ],
  },
  {
    path: '/registers/own',
    name: '名单上的本单位',
    roles: ['applicant-admin', 'filler', 'submitter'],
  },
  { path: '/account', name: '我的账号', roles: ALL_ROLES },
];

/** Pages anybody may open, signed in or not. */
export const PUBLIC_PLACES: readonly Omit<DeskPlace, 'roles'>[] = [
  { path: '/', name: '测一测' },
  { path: '/guide', name: '指南' },
  { path: '/forms', name: '申报表' },
  { path: '/interface', name: '接口' },
];

/** What the navigation of a role holds. */
export function placesOf(role: Role): readonly DeskPlace[] {
  return DESK_PLACES.filter(({ roles }) => roles.includes(role));
}

/**
 * The place a page belongs to: the one whose path it begins with, the longest where several fit.
 * @example currentPlace(placesOf('system-admin'), '/accounts/sign-on')?.name // '统一认证申请'
 */
export function currentPlace(places: readonly DeskPlace[], path: string): DeskPlace | undefined {
  const own = places.filter((place) => path === place.path || path.startsWith(`${place.path}/`));
  return own.reduce<DeskPlace | undefined>(
    (longest, place) => (longest && longest.path.length >= place.path.length ? longest : place),
    undefined,
  );
}
