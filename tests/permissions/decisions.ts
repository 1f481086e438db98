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
  readonly everybodys?: readonly Role[] | 'anybody';
  /** Roles whose own doings stand there, with the name of the account or unit they did it to. */
  readonly whatHeDid?: readonly Role[];
}

export interface DecisionGroup {
  readonly name: string;
  readonly routes: Readonly<Record<string, Who | Decision>>;
}

/** Who keeps accounts sees every unit. */
const KEEPER: Decision = { who: ['system-admin'], everybodys: ['system-admin'] };
/** Who keeps security sees every account and session, and no application. */
const GUARD: Decision = { who: ['security-admin'], everybodys: ['security-admin'] };
const RECOMMENDERS = ['recommender-handler', 'recommender-lead'] as const;
/** Who leads an enterprise or a recommender sees to its own people. */
const LEADS = ['applicant-admin', 'recommender-lead'] as const;

const APPLICANTS = ['applicant-admin', 'filler', 'submitter'] as const;
const ROUND_READERS = [
  'planning',
  'line-officer',
  'office-head',
  'leader',
  'finance-officer',
  'finance-head',
  'auditor',
] as const;
/** A round and its guide are everybody's whose work they are; one that isn't published, of those who prepare and sign. */
const ROUNDS: Decision = {
  who: ROUND_READERS,
  everybodys: ['planning', 'office-head', 'leader', 'finance-head', 'auditor'],
};
const ROUND_KEEPER: Decision = { who: ['planning'], everybodys: ['planning'] };

/** Heads and officers sign for their own office; whoever acts for the whole fund, what has a step of his role. */
const SIGNERS: Decision = {
  who: ['planning', 'line-officer', 'office-head', 'leader', 'finance-officer', 'finance-head'],
  everybodys: ['planning', 'leader', 'finance-officer', 'finance-head'],
};

const WATCH = {
  who: ['auditor', 'audit-admin'],
  everybodys: ['auditor', 'audit-admin'],
} as const satisfies Decision;

/** Whoever judges applications looks up all lists: a unit elsewhere may be the one that used a number. */
const LOOKS_UP = [
  'recommender-handler',
  'recommender-lead',
  'planning',
  'line-officer',
  'office-head',
  'leader',
  'finance-officer',
  'finance-head',
  'auditor',
] as const;
const LISTS: Decision = { who: LOOKS_UP, everybodys: LOOKS_UP };
/** Who keeps the lists. */
const KEEPS_LISTS: Decision = {
  who: ['planning', 'line-officer'],
  everybodys: ['planning', 'line-officer'],
};

export const DECISIONS: readonly DecisionGroup[] = [
  {
    name: '工作台',
    routes: {
      'GET /api/portal': 'anybody',
      // Requests of every unit wait for who keeps the accounts, every round for who sets them up.
      'GET /api/desk': {
        who: 'signed-in',
        everybodys: ['system-admin', 'planning'],
        whatHeDid: ['security-admin'],
      },
      // Refused in production, which goes by the machine's clock.
      'POST /api/demonstration/clock': ['planning', 'system-admin'],
    },
  },
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
      'POST /api/sign-in/accept': 'anybody',
      'POST /api/sign-in/email': 'anybody',
      'POST /api/session/duty': 'own-session',
      'POST /api/session/keep': 'own-session',
      'POST /api/session/end': 'anybody',
      // Only where letters are shown instead of sent.
      'GET /api/demonstration/letters': { who: 'anybody', everybodys: 'anybody' },
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
      'POST /api/account/phone': 'signed-in',
      'POST /api/account/email': 'signed-in',
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
    name: '通知',
    routes: {
      'GET /api/notices': 'signed-in',
      'GET /api/notices/unread': 'signed-in',
      'POST /api/notices/read': 'signed-in',
      'GET /api/notices/setting': 'signed-in',
      'PUT /api/notices/setting': 'signed-in',
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
  {
    name: '单位和人员',
    routes: {
      'GET /api/accounts/units': KEEPER,
      'GET /api/accounts/units/file': KEEPER,
      'GET /api/accounts/city-units': ['system-admin'],
      'POST /api/accounts/units': KEEPER,
      'GET /api/accounts/units/{unit}': KEEPER,
      'PUT /api/accounts/units/{unit}': KEEPER,
      'POST /api/accounts/units/{unit}/close': KEEPER,
      'POST /api/accounts/units/{unit}/invitations': KEEPER,
      'POST /api/accounts/units/{unit}/duties': KEEPER,
      'DELETE /api/accounts/invitations/{invitation}': KEEPER,
      'DELETE /api/accounts/duties/{appointment}': KEEPER,
      'POST /api/accounts/people/{account}/disable': KEEPER,
      'POST /api/accounts/people/{account}/enable': KEEPER,
      'POST /api/accounts/people/{account}/password-link': KEEPER,
      'POST /api/accounts/people/{account}/look': KEEPER,
      'GET /api/accounts/recommenders/template': ['system-admin'],
      'POST /api/accounts/recommenders/sheet': ['system-admin'],
      'POST /api/accounts/recommenders/import': ['system-admin'],
      'GET /api/people': LEADS,
      'POST /api/people/invitations': LEADS,
      'DELETE /api/people/invitations/{invitation}': LEADS,
      'POST /api/people/{account}/duties': LEADS,
      'DELETE /api/people/duties/{appointment}': LEADS,
      'POST /api/people/{account}/password-link': LEADS,
      'POST /api/people/{account}/look': ['applicant-admin'],
      'POST /api/people/hand-over': ['applicant-admin'],
      'GET /api/people/changes': ['applicant-admin'],
      'POST /api/people/changes': ['applicant-admin'],
      'POST /api/people/changes/{change}/decision': ['applicant-admin'],
      'GET /api/unit-changes': RECOMMENDERS,
      'GET /api/unit-changes/{change}': RECOMMENDERS,
      'POST /api/unit-changes/{change}/decision': RECOMMENDERS,
      'GET /api/unit-changes/{change}/proof': ['applicant-admin', ...RECOMMENDERS],
    },
  },
  {
    name: '登录安全',
    routes: {
      // Failures are counted; nothing of anybody's stands in them but his name.
      'GET /api/security/failures': ['security-admin'],
      'GET /api/security/sessions': GUARD,
      'DELETE /api/security/sessions/{session}': GUARD,
      'GET /api/security/accounts': GUARD,
      'POST /api/security/accounts/{account}/sign-out': GUARD,
      'POST /api/security/accounts/{account}/reset-second-factor': GUARD,
      'POST /api/security/accounts/{account}/void-password': GUARD,
      'POST /api/security/accounts/{account}/release': GUARD,
    },
  },
  {
    name: '名单',
    routes: {
      'GET /api/registers': LISTS,
      'GET /api/registers/{register}': LISTS,
      'GET /api/registers/{register}/entries': LISTS,
      'GET /api/registers/{register}/template': LISTS,
      'POST /api/registers/{register}/checks': KEEPS_LISTS,
      'POST /api/registers/{register}/versions': KEEPS_LISTS,
      'GET /api/register-versions/{version}/file': LISTS,
      'GET /api/register-versions/{version}/changes': LISTS,
      'POST /api/register-versions/{version}/withdrawal': KEEPS_LISTS,
      // What is asked about is in the question: lists are public, whoever may ask may ask about anybody.
      'GET /api/register-lookup/unit': LOOKS_UP,
      'POST /api/register-lookup/numbers': LOOKS_UP,
      'GET /api/register-lookup/own': ['applicant-admin', 'filler', 'submitter'],
    },
  },
  {
    name: '操作记录',
    routes: {
      'GET /api/trail': WATCH,
      'GET /api/trail/words': WATCH.who,
      'GET /api/trail/file': WATCH,
      // An account's own; whoever keeps accounts, security or the trail reads everybody's.
      'GET /api/trail/{kind}/{subject}': {
        who: 'signed-in',
        everybodys: ['auditor', 'system-admin', 'security-admin', 'audit-admin'],
      },
      'GET /api/trail/seals': WATCH.who,
      'GET /api/trail/digest': WATCH.who,
      'POST /api/trail/verify': WATCH.who,
    },
  },
  {
    name: '企业注册',
    routes: {
      'POST /api/registration/account': 'anybody',
      'GET /api/registration': 'own-session',
      'PUT /api/registration/draft': 'own-session',
      'POST /api/registration/code': 'own-session',
      'GET /api/registration/recommenders': 'own-session',
      'POST /api/registration': 'own-session',
      'POST /api/registration/withdraw': 'own-session',
      'GET /api/registrations': ['recommender-handler', 'recommender-lead'],
      'GET /api/registrations/file': ['recommender-handler', 'recommender-lead'],
      'GET /api/registrations/{registration}': ['recommender-handler', 'recommender-lead'],
      'POST /api/registrations/{registration}/decision': [
        'recommender-handler',
        'recommender-lead',
      ],
      'POST /api/registrations/{registration}/contact': ['recommender-handler', 'recommender-lead'],
      'GET /api/registrations/{registration}/licence': ['recommender-handler', 'recommender-lead'],
      'GET /api/registrations/{registration}/authorisation': [
        'recommender-handler',
        'recommender-lead',
      ],
    },
  },
  {
    name: '申报批次',
    routes: {
      'GET /api/rounds': 'anybody',
      'GET /api/guides': 'anybody',
      'GET /api/guides/{guide}': { who: 'anybody', everybodys: 'anybody' },
      'GET /api/desk/rounds': ROUNDS,
      'POST /api/desk/rounds': ROUND_KEEPER,
      'GET /api/desk/rounds/{round}': ROUNDS,
      'PUT /api/desk/rounds/{round}': ROUND_KEEPER,
      'POST /api/desk/rounds/{round}/commands': ROUND_KEEPER,
      'POST /api/desk/rounds/{round}/changes': ROUND_KEEPER,
      'POST /api/desk/rounds/{round}/changes/preview': ROUND_KEEPER,
      'GET /api/desk/round-units': ROUND_READERS,
      // A published guide is everybody's.
      'GET /api/desk/guides/{guide}': { who: ROUND_READERS, everybodys: ROUND_READERS },
      'POST /api/desk/guides': ROUND_KEEPER,
      'POST /api/desk/guides/shipped': ROUND_KEEPER,
    },
  },
  {
    name: '签批',
    routes: {
      'GET /api/desk/sign-offs': SIGNERS,
      'GET /api/desk/sign-offs/{signOff}': SIGNERS,
      'POST /api/desk/sign-offs/{signOff}/signatures': SIGNERS,
      'POST /api/desk/sign-offs/{signOff}/withdraw': SIGNERS,
    },
  },
  {
    name: '申报',
    routes: {
      'GET /api/applications': APPLICANTS,
      'POST /api/applications': APPLICANTS,
      'GET /api/applications/{application}': APPLICANTS,
      'GET /api/applications/{application}/fields': APPLICANTS,
      'POST /api/applications/{application}/fields': APPLICANTS,
      'GET /api/applications/{application}/known-unit': APPLICANTS,
      'GET /api/applications/{application}/recommenders': APPLICANTS,
      'GET /api/applications/{application}/annexes': APPLICANTS,
      'GET /api/applications/{application}/annexes/{annex}/file': APPLICANTS,
      'POST /api/applications/{application}/annexes/{annex}/reading': APPLICANTS,
      'GET /api/applications/{application}/audit-firms': APPLICANTS,
      'GET /api/applications/{application}/report-outline': APPLICANTS,
      'GET /api/applications/{application}/papers': APPLICANTS,
      'POST /api/applications/{application}/papers': APPLICANTS,
      'DELETE /api/applications/{application}/papers/{paper}': APPLICANTS,
      'GET /api/applications/{application}/papers/{paper}/content': APPLICANTS,
      'GET /api/applications/{application}/statements': APPLICANTS,
      'POST /api/applications/{application}/statements': APPLICANTS,
      'DELETE /api/applications/{application}/statements/{statement}': APPLICANTS,
      'GET /api/applications/{application}/statements/{statement}/content': APPLICANTS,
      'GET /api/statements': RECOMMENDERS,
      'GET /api/statements/{statement}/content': RECOMMENDERS,
      'GET /api/statements/{statement}/basis': RECOMMENDERS,
      'GET /api/statements/{statement}/papers/{shown}/content': RECOMMENDERS,
      'POST /api/statements/{statement}/record': RECOMMENDERS,
      'POST /api/statements/{statement}/take-back': RECOMMENDERS,
      'POST /api/statements/{statement}/decline': RECOMMENDERS,
      'GET /api/applications/{application}/book': APPLICANTS,
      'GET /api/applications/{application}/seals': APPLICANTS,
      'POST /api/applications/{application}/seals': APPLICANTS,
      'POST /api/applications/{application}/seals/signed': APPLICANTS,
      'POST /api/applications/{application}/seals/{scan}/pages': APPLICANTS,
      'DELETE /api/applications/{application}/seals/{scan}': APPLICANTS,
      'GET /api/applications/{application}/seals/{scan}/content': APPLICANTS,
      'GET /api/applications/{application}/check': APPLICANTS,
      'POST /api/applications/{application}/finalise': APPLICANTS,
      'GET /api/applications/{application}/prints': APPLICANTS,
      'GET /api/applications/{application}/prints/{print}': APPLICANTS,
      'POST /api/applications/{application}/reopen': APPLICANTS,
      'POST /api/applications/{application}/submit': ['applicant-admin', 'submitter'],
      'GET /api/applications/{application}/receipts': APPLICANTS,
      'GET /api/applications/{application}/receipt': APPLICANTS,
      'POST /api/applications/{application}/withdraw': ['applicant-admin', 'submitter'],
      'POST /api/applications/{application}/give-up': ['applicant-admin', 'submitter'],
      'POST /api/applications/{application}/return': ['recommender-handler', 'recommender-lead'],
    },
  },
];

/** The decision of a route. @example decisionOf('GET /api/account') // { who: 'signed-in' } */
export function decisionOf(route: string): Decision | undefined {
  for (const { routes } of DECISIONS) {
    const found = Object.hasOwn(routes, route) ? routes[route] : undefined;
    if (found !== undefined) return isDecision(found) ? found : { who: found };
  }
  return undefined;
}

/** Whether somebody of a role, or nobody who signed in, sees everybody's there. */
export function seesEverybodys({ everybodys = [] }: Decision, role: Role | undefined): boolean {
  return everybodys === 'anybody' || (role !== undefined && everybodys.includes(role));
}

function isDecision(found: Who | Decision): found is Decision {
  return typeof found === 'object' && 'who' in found;
}
