import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { pathId } from '@fuchi/platform-server/api/path-id';
import { localDay } from '@fuchi/platform-server/clock/local-day';
import { type FaultKind, NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { demandActor } from '@fuchi/record-person/demand-actor';
import { deviceName } from '@fuchi/record-person/device-name';
import { endSessions } from '@fuchi/record-person/session-store';
import { isRole, ROLES } from '@fuchi/workflow/role';
import type * as z from 'zod';
import type { AccountsContext } from '../accounts-context.ts';
import * as contract from '../contract-security.ts';
import { failureRows, lastDays } from './failure-days.ts';
import { accountsNamed, failuresSince, slowedNow } from './failure-store.ts';
import {
  forcePasswordChange,
  releaseSlowed,
  resetSecondFactor,
  type Securing,
  type SecurityRefused,
  signOutEverywhere,
} from './security-acts.ts';
import { findAccounts, type ListedAccount, listSessions } from './session-list-store.ts';

type Done = z.infer<typeof contract.securityDone>;

const ONLY = ['security-admin'] as const;
const PAGE_SIZE = 50;
const MOST_FOUND = 50;
const MOST_ROWS = 100;

const FAILURES: DeskOperation<
  z.infer<typeof contract.failureQuery>,
  undefined,
  contract.FailureView
> = {
  id: 'listSignInFailures',
  method: 'GET',
  path: '/api/security/failures',
  permission: ONLY,
  says: '查看登录失败',
  query: contract.failureQuery,
  reply: contract.failureView,
};
const SESSIONS: DeskOperation<
  z.infer<typeof contract.sessionQuery>,
  undefined,
  contract.SessionsView
> = {
  id: 'listSessions',
  method: 'GET',
  path: '/api/security/sessions',
  permission: ONLY,
  says: '查看所有人的登录',
  query: contract.sessionQuery,
  reply: contract.sessionsView,
};
const END: DeskOperation<undefined, undefined, Done> = {
  id: 'endSessionOf',
  method: 'DELETE',
  path: '/api/security/sessions/{session}',
  permission: ONLY,
  says: '让一处登录退出',
  reply: contract.securityDone,
};
const ACCOUNTS: DeskOperation<
  z.infer<typeof contract.accountQuery>,
  undefined,
  contract.AccountsView
> = {
  id: 'findAccounts',
  method: 'GET',
  path: '/api/security/accounts',
  permission: ONLY,
  says: '查找账号',
  query: contract.accountQuery,
  reply: contract.accountsView,
};

/** What is done to an account: the address's last part, what it is, and the act. */
const ACTS = [
  ['signOutEverywhere', 'sign-out', '让一人在各处都退出', signOutEverywhere],
  ['resetSecondFactor', 'reset-second-factor', '重置一人的两步验证', resetSecondFactor],
  ['forcePasswordChange', 'void-password', '作废一人的密码', forcePasswordChange],
  ['releaseSlowed', 'release', '解除一人的登录限制', releaseSlowed],
] as const;

/** What the security administrator sees and does. No route of it reads an application. */
export function securityRoutes(routes: DeskRoutes<Actor>, context: AccountsContext): void {
  const { db, moment, box, settings } = context;
  const going = () => ({ machine: moment().machine, settings: settings.session });

  routes.add(FAILURES, async ({ query }) => {
    const { now, machine } = moment();
    const days = lastDays(localDay(now), query.days);
    const since = new Date(`${days[0]}T00:00:00+08:00`);
    const ofAccounts = failureRows(await failuresSince(db, 'account', since), days);
    const ofAddresses = failureRows(await failuresSince(db, 'address', since), days);
    const shown = ofAccounts.slice(0, MOST_ROWS);
    const names = await accountsNamed(
      db,
      shown.map(({ key }) => key),
    );
    return {
      days: [...days],
      accounts: shown.map(({ key, lastAt, ...row }) => ({
        account: key,
        name: names.get(key)?.name ?? '',
        login: names.get(key)?.login ?? '',
        ...row,
        lastAt: lastAt.toISOString(),
      })),
      addresses: ofAddresses.slice(0, MOST_ROWS).map(({ key, lastAt, ...row }) => ({
        address: key,
        ...row,
        lastAt: lastAt.toISOString(),
      })),
      slowed: (await slowedNow(db, machine)).map(({ account, what, failures, waitSeconds }) => ({
        account: account?.id ?? null,
        name: account ? `${account.name}（${account.login}）` : '没有这个账号，或在找回密码',
        what: WHAT[what],
        failures,
        waitSeconds,
      })),
    };
  });

  routes.add(SESSIONS, async ({ actor, query }) => {
    const own = demandActor(actor).session;
    const offset = (query.page - 1) * PAGE_SIZE;
    const found = await listSessions(db, query.q, going(), { limit: PAGE_SIZE, offset });
    return {
      sessions: found.sessions.map((one) => ({
        id: one.id,
        account: one.account,
        name: one.name,
        login: one.login,
        roleName: one.role !== null && isRole(one.role) ? ROLES[one.role].name : null,
        organisation: one.organisation,
        device: deviceName(one.device),
        address: one.address,
        startedAt: one.createdAt.toISOString(),
        seenAt: one.seenAt.toISOString(),
        secondFactor: one.secondFactorAt !== null,
        own: one.id === own,
      })),
      total: found.total,
      page: query.page,
      pageSize: PAGE_SIZE,
    };
  });

  routes.add(END, async ({ actor, params }) => {
    const acting = demandActor(actor);
    const session = pathId(params, 'session');
    const { now, machine } = moment();
    const done = await changeOrRefuse<void, 'no-such'>(
      db,
      byActor(acting),
      now,
      async (work, record, refuse) => {
        const row = await work
          .selectFrom('session')
          .select('account_id as account')
          .where('id', '=', session)
          .where('ended_at', 'is', null)
          .executeTakeFirst();
        if (!row) return refuse('no-such');
        const why = 'ended-by-administrator';
        const ended = await endSessions(work, row.account, { only: session }, why, machine);
        if (ended === 0) return refuse('no-such');
        await record({
          subject: { kind: 'account', id: row.account },
          kind: 'signed-out-by-administrator',
          after: { session, sessionsEnded: ended },
        });
      },
    );
    if (!done.ok) throw new HttpFault(NO_SUCH);
    return { message: '已退出' };
  });

  routes.add(ACCOUNTS, async ({ actor, query }) => {
    const found = await findAccounts(db, query.q, going(), MOST_FOUND + 1);
    const self = demandActor(actor).account;
    return {
      accounts: found.slice(0, MOST_FOUND).map((account) => accountRow(account, self)),
      more: found.length > MOST_FOUND,
    };
  });

  for (const [id, path, says, act] of ACTS) {
    const operation: DeskOperation<undefined, contract.SecurityBody, Done> = {
      id,
      method: 'POST',
      path: `/api/security/accounts/{account}/${path}`,
      permission: ONLY,
      says,
      body: contract.securityBody,
      reply: contract.securityDone,
    };
    routes.add(operation, async ({ actor, params, body }) => {
      const acting = demandActor(actor);
      const account = pathId(params, 'account');
      const { now, machine } = moment();
      const done = await changeOrRefuse<string, SecurityRefused>(
        db,
        byActor(acting),
        now,
        (work, record, refuse) => {
          const securing: Securing = {
            ...{ work, record, refuse, account, now, machine, box, settings },
            by: acting.account,
            why: body.why,
          };
          return act(securing);
        },
      );
      if (!done.ok) throw faultOf(done.refused);
      return { message: done.value };
    });
  }
}

const WHAT = { password: '密码', 'second-factor': '验证码', other: '账号' } as const;

function accountRow(row: ListedAccount, self: string): contract.AccountsView['accounts'][number] {
  return {
    account: row.id,
    name: row.name,
    login: row.login,
    duties: row.duties.map(
      ({ role, organisation }) => `${isRole(role) ? ROLES[role].name : role}（${organisation}）`,
    ),
    active: row.status === 'active',
    passwordSetAt: row.passwordSetAt?.toISOString() ?? null,
    secondFactorAt: row.secondFactorAt?.toISOString() ?? null,
    sessions: row.sessions,
    self: row.id === self,
  };
}

function faultOf({ code }: SecurityRefused): HttpFault {
  if (code === 'no-such') return new HttpFault(NO_SUCH);
  const [zh, en] = REFUSALS[code];
  const kind: FaultKind = { status: 409, code, when: { zh, en } };
  return new HttpFault(kind);
}

const REFUSALS = {
  'own-account': ['自己的账号请由另一名安全管理员处理', 'Another security administrator does that'],
  'no-second-factor': ['这个账号没有设置两步验证', 'The account has no second factor'],
  'no-password': ['这个账号没有密码，不必作废', 'The account has no password'],
} as const;
