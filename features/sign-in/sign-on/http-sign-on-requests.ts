import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import { accountByLogin } from '@fuchi/record-person/account-store';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { decideRequest, linkIdentity, openRequests } from '@fuchi/record-person/sign-on-store';
import type * as z from 'zod';
import * as contract from '../contract.ts';
import { badField, LINKED_ALREADY, noSession } from '../refusal.ts';
import type { SignInContext } from '../sign-in-context.ts';

type Requests = z.infer<typeof contract.signOnRequestList>;
type Confirm = z.infer<typeof contract.confirmSignOnBody>;

const REQUESTS: DeskOperation<undefined, undefined, Requests> = {
  id: 'listSignOnRequests',
  method: 'GET',
  path: '/api/sign-on/requests',
  permission: ['system-admin'],
  says: '查看等待关联的统一身份',
  reply: contract.signOnRequestList,
};
const CONFIRM: DeskOperation<undefined, Confirm, Requests> = {
  id: 'confirmSignOnRequest',
  method: 'POST',
  path: '/api/sign-on/requests/{request}',
  permission: ['system-admin'],
  says: '把统一身份关联到账号',
  body: contract.confirmSignOnBody,
  reply: contract.signOnRequestList,
};
const REFUSE: DeskOperation<undefined, undefined, Requests> = {
  id: 'refuseSignOnRequest',
  method: 'DELETE',
  path: '/api/sign-on/requests/{request}',
  permission: ['system-admin'],
  says: '不同意关联统一身份',
  reply: contract.signOnRequestList,
};

/**
 * Whom the single sign-on vouched for and which account that is. There also where no single sign-on is set up: what was
 * asked before it was taken away can still be decided.
 */
export function signOnRequestRoutes(routes: DeskRoutes<Actor>, context: SignInContext): void {
  const list = async (): Promise<Requests> =>
    (await openRequests(context.db)).map(({ id, issuer, name, askedAt }) => ({
      id,
      issuer,
      name,
      askedAt: askedAt.toISOString(),
    }));
  routes.add(REQUESTS, list);

  routes.add(CONFIRM, async ({ actor, params, body }) => {
    const account = await accountByLogin(context.db, body.login);
    if (!account?.active) throw badField([NO_ACCOUNT]);
    await decide(context, actor, params['request'] ?? '', account.id);
    return list();
  });

  routes.add(REFUSE, async ({ actor, params }) => {
    await decide(context, actor, params['request'] ?? '', undefined);
    return list();
  });
}

const NO_ACCOUNT = {
  path: 'login',
  code: 'no-account',
  message: '没有这个账号，或已停用',
  messageEn: 'There is no such active account',
};

async function decide(
  { db, moment }: SignInContext,
  actor: Actor | undefined,
  request: string,
  account: string | undefined,
): Promise<void> {
  if (!actor) throw noSession();
  const { machine, now } = moment();
  const known = /^[1-9]\d{0,17}$/.test(request);
  const done =
    known &&
    (await changeOrRefuse<void, 'none' | 'linked'>(
      db,
      byActor(actor),
      now,
      async (work, record, refuse) => {
        const decided = await decideRequest(work, request, account, machine);
        if (!decided) return refuse('none');
        if (account === undefined) {
          await record({
            subject: { kind: 'system', id: 'sign-on' },
            kind: 'sign-on-refused',
            after: { request },
          });
        } else if (
          !(await linkIdentity(work, record, decided, account, { machine, because: 'confirmed' }))
        ) {
          return refuse('linked');
        }
      },
    ));
  if (!done) throw new HttpFault(NO_SUCH);
  if (!done.ok) throw new HttpFault(done.refused === 'none' ? NO_SUCH : LINKED_ALREADY);
}
