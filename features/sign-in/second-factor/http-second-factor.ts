import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import type { change } from '@fuchi/record-event/change';
import { changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import type { Actor } from '@fuchi/record-person/actor';
import { noteFailure } from '@fuchi/record-person/attempt-failure';
import { beginAttempt, succeed } from '@fuchi/record-person/attempt-store';
import { demandPassword, waitFirst } from '@fuchi/record-person/demand-password';
import {
  confirmSecondFactor,
  newRecoveryCodes,
  removeSecondFactor,
  startSecondFactor,
  takeCode,
} from '@fuchi/record-person/second-factor-store';
import { needsSecondFactor } from '@fuchi/record-person/session-stage';
import { renewSession } from '@fuchi/record-person/session-store';
import { base32, totpUri } from '@fuchi/record-person/totp';
import type { FastifyRequest } from 'fastify';
import type * as z from 'zod';
import * as contract from '../contract.ts';
import { FACTOR_NEEDED, STAGE_PASSED, WRONG_CODE } from '../refusal.ts';
import { askedBy, viewOf } from '../session/http-session.ts';
import { setSessionCookie } from '../session/session-cookie.ts';
import { type AtSession, demandProven, demandSession } from '../session/session-of.ts';
import type { SignInContext } from '../sign-in-context.ts';

type Op<Body, Reply> = DeskOperation<undefined, Body, Reply>;
type Code = z.infer<typeof contract.codeBody>;
type Codes = z.infer<typeof contract.recoveryCodes>;
type Done = z.infer<typeof contract.done>;

const GIVE_CODE: Op<Code, contract.SessionView> = {
  id: 'giveSecondFactor',
  method: 'POST',
  path: '/api/sign-in/second-factor',
  permission: 'public',
  says: '登录的第二步：验证码或恢复码',
  body: contract.codeBody,
  reply: contract.sessionView,
};
// Officials set their factor up before they may act, so the handlers of the next two ask for the session themselves.
const START: Op<z.infer<typeof contract.passwordBody>, contract.SetUpView> = {
  id: 'startSecondFactor',
  method: 'POST',
  path: '/api/account/second-factor/start',
  permission: 'public',
  says: '开始设置两步验证',
  body: contract.passwordBody,
  reply: contract.setUpView,
};
const CONFIRM: Op<Code, Codes> = {
  id: 'confirmSecondFactor',
  method: 'POST',
  path: '/api/account/second-factor/confirm',
  permission: 'public',
  says: '用第一个验证码确认两步验证',
  body: contract.codeBody,
  reply: contract.recoveryCodes,
};
const RECOVERY: Op<z.infer<typeof contract.removeFactorBody>, Codes> = {
  id: 'makeRecoveryCodes',
  method: 'POST',
  path: '/api/account/second-factor/recovery',
  permission: 'signed-in',
  says: '重新生成恢复码',
  body: contract.removeFactorBody,
  reply: contract.recoveryCodes,
};
const REMOVE: Op<z.infer<typeof contract.removeFactorBody>, Done> = {
  id: 'removeSecondFactor',
  method: 'POST',
  path: '/api/account/second-factor/remove',
  permission: 'signed-in',
  says: '关闭自己的两步验证',
  body: contract.removeFactorBody,
  reply: contract.done,
};
const ISSUER = '扶持';

/** The second factor: asked for at sign-in, set up, its recovery codes, taken away. */
export function secondFactorRoutes(routes: DeskRoutes<Actor>, context: SignInContext): void {
  const { db, box, settings } = context;

  routes.add(GIVE_CODE, async ({ body, request, reply }) => {
    const at = await demandSession(context, request);
    if (at.stage.stage !== 'second-factor') throw new HttpFault(STAGE_PASSED);
    const cookie = await withCode(
      context,
      at,
      request,
      body.code,
      async (work, record, machine) => {
        await record({
          subject: { kind: 'account', id: at.session.account },
          kind: 'second-factor-given',
        });
        return renewSession(work, at.cookie, { secondFactorAt: machine }, machine);
      },
    );
    if (cookie === undefined) throw new HttpFault(STAGE_PASSED);
    setSessionCookie(request, reply, settings.publicUrl, cookie);
    return viewOf(context, request, cookie);
  });

  routes.add(START, async ({ body, request }) => {
    const at = await demandProven(context, request);
    await demandPassword(
      db,
      at.session.account,
      body.password,
      askedBy(context, request),
      at.moment,
    );
    const secret = await db
      .transaction()
      .execute((work) => startSecondFactor(work, box, at.session.account));
    if (!secret) throw new HttpFault(STAGE_PASSED);
    return {
      secret: base32(secret).replaceAll(/(.{4})(?=.)/g, '$1 '),
      uri: totpUri(secret, ISSUER, at.session.login),
    };
  });

  routes.add(CONFIRM, async ({ body, request, reply }) => {
    const at = await demandProven(context, request);
    const { account } = at.session;
    const { code } = body;
    await beginCode(context, at, request);
    const done = await changeOrRefuse<{ codes: readonly string[]; cookie: string }, 'wrong'>(
      db,
      at.by,
      at.moment.now,
      async (work, record, refuse) => {
        const { machine } = at.moment;
        const codes = await confirmSecondFactor(work, record, box, { account, code }, at.moment);
        if (!codes) return refuse('wrong');
        const cookie = await renewSession(work, at.cookie, { secondFactorAt: machine }, machine);
        if (cookie === undefined) return refuse('wrong');
        await succeed(work, triedBy(account));
        return { codes, cookie };
      },
    );
    if (!done.ok) throw new HttpFault(WRONG_CODE);
    setSessionCookie(request, reply, settings.publicUrl, done.value.cookie);
    return { codes: [...done.value.codes] };
  });

  routes.add(RECOVERY, async ({ body, request }) => {
    const at = await demandProven(context, request);
    await demandPassword(
      db,
      at.session.account,
      body.password,
      askedBy(context, request),
      at.moment,
    );
    const codes = await withCode(context, at, request, body.code, (work, record) =>
      newRecoveryCodes(work, record, at.session.account),
    );
    return { codes: [...codes] };
  });

  routes.add(REMOVE, async ({ body, request }) => {
    const at = await demandProven(context, request);
    if (at.duties.some((duty) => needsSecondFactor(duty.role, settings.session))) {
      throw new HttpFault(FACTOR_NEEDED);
    }
    await demandPassword(
      db,
      at.session.account,
      body.password,
      askedBy(context, request),
      at.moment,
    );
    await withCode(context, at, request, body.code, (work, record) =>
      removeSecondFactor(work, record, at.session.account),
    );
    return { done: true };
  });
}

/** What follows a right code, in the transaction in which the code is used up. @throws HttpFault wrong-code, wait-first */
async function withCode<Result>(
  context: SignInContext,
  at: AtSession,
  request: FastifyRequest,
  code: string,
  then: (
    work: Parameters<Parameters<typeof change>[3]>[0],
    record: Parameters<Parameters<typeof change>[3]>[1],
    machine: Date,
  ) => Promise<Result>,
): Promise<Result> {
  const { db, box } = context;
  const { account } = at.session;
  const failures = await beginCode(context, at, request);
  const { machine, now } = at.moment;
  const done = await changeOrRefuse<Result, 'wrong'>(
    db,
    at.by,
    now,
    async (work, record, refuse) => {
      const kind = await takeCode(work, box, { account, code }, machine);
      if (!kind) return refuse('wrong');
      if (kind === 'recovery') {
        await record({ subject: { kind: 'account', id: account }, kind: 'recovery-code-used' });
      }
      await succeed(work, triedBy(account));
      return then(work, record, machine);
    },
  );
  if (done.ok) return done.value;
  const { address, client } = askedBy(context, request);
  const kind = 'second-factor-failed';
  await noteFailure(db, { account, failures, address, client, kind }, now);
  throw new HttpFault(WRONG_CODE);
}

async function beginCode(context: SignInContext, at: AtSession, request: FastifyRequest) {
  const { client } = askedBy(context, request);
  const attempt = { tried: triedBy(at.session.account), address: client };
  const begun = await beginAttempt(context.db, attempt, at.moment.machine);
  if (!begun.ok) throw waitFirst(begun.waitSeconds);
  return begun.failures;
}

function triedBy(account: string): string {
  return `second factor ${account}`;
}
