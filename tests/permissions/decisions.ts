import type { Role } from '@fuchi/workflow/role';

/**
 * Who may use what, decided by people and compared with what the portal really answers. A route without a line here
 * fails the test; so does a line without a route.
 */
export type Who =
  /** Whoever reaches the portal. */
  | 'anybody'
  /** Whoever has a session, also one in which nobody acts yet: the route looks for it itself. */
  | 'own-session'
  | 'signed-in'
  | readonly Role[];

export interface Decision {
  readonly who: Who;
  /** Roles that see everybody's: for all others what is somebody else's is as if it weren't there, also in lists. */
  readonly everybodys?: readonly Role[];
}

export interface DecisionGroup {
  readonly name: string;
  readonly routes: Readonly<Record<string, Who | Decision>>;
}

export const DECISIONS: readonly DecisionGroup[] = [
  {
    name: '登录',
    routes: {
      'GET /api/session': 'anybody',
      'GET /api/sign-in': 'anybody',
      'POST /api/sign-in': 'anybody',
      'POST /api/sign-in/second-factor': 'own-session',
      'POST /api/sign-in/forgotten': 'anybody',
      'POST /api/sign-in/link': 'anybody',
      'POST /api/sign-in/new-password': 'anybody',
      'POST /api/session/duty': 'own-session',
      'POST /api/session/keep': 'own-session',
      'POST /api/session/end': 'anybody',
      // Only where letters are shown instead of sent.
      'GET /api/demonstration/letters': 'anybody',
    },
  },
  {
    name: '统一身份认证',
    routes: {
      'GET /api/sign-on/start': 'anybody',
      'GET /api/sign-on/return': 'anybody',
      'GET /api/sign-on/requests': { who: ['system-admin'], everybodys: ['system-admin'] },
      'POST /api/sign-on/requests/{request}': {
        who: ['system-admin'],
        everybodys: ['system-admin'],
      },
      'DELETE /api/sign-on/requests/{request}': {
        who: ['system-admin'],
        everybodys: ['system-admin'],
      },
    },
  },
  {
    name: '自己的账号',
    routes: {
      'GET /api/account': 'signed-in',
      'POST /api/account/password': 'signed-in',
      'POST /api/account/second-factor/start': 'own-session',
      'POST /api/account/second-factor/confirm': 'own-session',
      'POST /api/account/second-factor/recovery': 'signed-in',
      'POST /api/account/second-factor/remove': 'signed-in',
      'GET /api/account/sessions': 'signed-in',
      'DELETE /api/account/sessions': 'signed-in',
      'DELETE /api/account/sessions/{session}': 'signed-in',
      'GET /api/account/delegations': 'signed-in',
      'POST /api/account/delegations': 'signed-in',
      'DELETE /api/account/delegations/{delegation}': 'signed-in',
    },
  },
  {
    name: '上传文件',
    routes: {
      'POST /api/uploads': 'own-session',
      'GET /api/uploads/{upload}': 'own-session',
      'DELETE /api/uploads/{upload}': 'own-session',
      'PUT /api/uploads/{upload}/content': 'own-session',
      'GET /api/uploads/{upload}/content': 'own-session',
      'POST /api/uploads/{upload}/finish': 'own-session',
    },
  },
];

/** The interface and the pages, which anybody may ask by any method; what they hold is in the published guide. */
export const OPEN_TO_ALL: readonly string[] = [
  '/',
  '/index.html',
  '/api/assess',
  '/api/forms',
  '/api/forms/documents',
  '/api/forms/{form}',
  '/api/forms/{form}/blank.{as}',
  '/api/forms/{form}/check',
  '/api/forms/{form}/document',
  '/api/forms/{form}/import',
  '/api/guide',
  '/api/guide/version',
  '/api/lines',
  '/api/lines/{line}',
  '/api/lines/{line}/assess',
  '/api/lines/{line}/facts',
  '/api/openapi.json',
];

/** The decision of a route. @example decisionOf('GET /api/account') // { who: 'signed-in' } */
export function decisionOf(route: string): Decision | undefined {
  for (const { routes } of DECISIONS) {
    const found = Object.hasOwn(routes, route) ? routes[route] : undefined;
    if (found !== undefined) return isDecision(found) ? found : { who: found };
  }
  return undefined;
}

function isDecision(found: Who | Decision): found is Decision {
  return typeof found === 'object' && 'who' in found;
}
