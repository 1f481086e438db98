import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import type { Actor } from '@fuchi/record-person/actor';
import { deviceName } from '@fuchi/record-person/device-name';
import { maskedEmail, maskedPhone } from '@fuchi/record-person/masked';
import { secondFactorState } from '@fuchi/record-person/second-factor-store';
import { needsSecondFactor } from '@fuchi/record-person/session-stage';
import { endSessions, type Session, sessionsOf } from '@fuchi/record-person/session-store';
import type * as z from 'zod';
import * as contract from '../contract.ts';
import { type AtSession, demandProven } from '../session/session-of.ts';
import type { SignInContext } from '../sign-in-context.ts';

type Op<Reply> = DeskOperation<undefined, undefined, Reply>;
type Sessions = z.infer<typeof contract.sessionList>;

const PROFILE: Op<contract.ProfileView> = {
  id: 'getOwnAccount',
  method: 'GET',
  path: '/api/account',
  permission: 'signed-in',
  says: '查看自己的账号',
  reply: contract.profileView,
};
const SESSIONS: Op<Sessions> = {
  id: 'listOwnSessions',
  method: 'GET',
  path: '/api/account/sessions',
  permission: 'signed-in',
  says: '查看自己在哪些设备上登录',
  reply: contract.sessionList,
};
const END_ONE: Op<Sessions> = {
  id: 'endOwnSession',
  method: 'DELETE',
  path: '/api/account/sessions/{session}',
  permission: 'signed-in',
  says: '让自己的一台设备退出',
  reply: contract.sessionList,
};
const END_OTHERS: Op<Sessions> = {
  id: 'endOtherSessions',
  method: 'DELETE',
  path: '/api/account/sessions',
  permission: 'signed-in',
  says: '让自己的其他设备都退出',
  reply: contract.sessionList,
};

/** One's own account and where one is signed in. */
export function accountRoutes(routes: DeskRoutes<Actor>, context: SignInContext): void {
  const { db, settings } = context;
  const list = async ({ session, moment }: AtSession): Promise<Sessions> => {
    const sessions = await sessionsOf(db, session.account, moment.machine, settings.session);
    return sessions.map((one) => rowOf(one, session.id));
  };
  const end = async (at: AtSession, which: { only?: string; but?: string }) => {
    const { account } = at.session;
    return changeOrRefuse<number, 'none'>(
      db,
      at.by,
      at.moment.now,
      async (work, record, refuse) => {
        const ended = await endSessions(work, account, which, 'ended-elsewhere', at.moment.machine);
        if (ended === 0) return refuse('none');
        await record({
          subject: { kind: 'account', id: account },
          kind: 'sessions-ended',
          after: { sessions: ended, ...which },
        });
        return ended;
      },
    );
  };

  routes.add(PROFILE, async ({ request }) => {
    const at = await demandProven(context, request);
    const row = await db
      .selectFrom('account')
      .select(['name', 'login', 'phone', 'email', 'password_set_at'])
      .where('id', '=', at.session.account)
      .executeTakeFirstOrThrow();
    const factor = await secondFactorState(db, at.session.account);
    return {
      name: row.name,
      login: row.login,
      phone: row.phone === null ? null : maskedPhone(row.phone),
      email: row.email === null ? null : maskedEmail(row.email),
      passwordSetAt: row.password_set_at?.toISOString() ?? null,
      secondFactorAt: factor.confirmedAt?.toISOString() ?? null,
      recoveryCodesLeft: factor.recoveryCodesLeft,
      secondFactorNeeded: at.duties.some((d) => needsSecondFactor(d.role, settings.session)),
    };
  });

  routes.add(SESSIONS, async ({ request }) => list(await demandProven(context, request)));

  routes.add(END_ONE, async ({ params, request }) => {
    const at = await demandProven(context, request);
    const only = params['session'] ?? '';
    if (!/^[1-9]\d{0,17}$/.test(only) || !(await end(at, { only })).ok)
      throw new HttpFault(NO_SUCH);
    return list(at);
  });

  routes.add(END_OTHERS, async ({ request }) => {
    const at = await demandProven(context, request);
    await end(at, { but: at.session.id });
    return list(at);
  });
}

function rowOf(session: Session, own: string): contract.SessionRow {
  return {
    id: session.id,
    device: deviceName(session.device),
    address: session.address,
    startedAt: session.createdAt.toISOString(),
    seenAt: session.seenAt.toISOString(),
    own: session.id === own,
  };
}
