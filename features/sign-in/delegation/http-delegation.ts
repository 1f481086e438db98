import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { pathId } from '@fuchi/platform-server/api/path-id';
import { localDay } from '@fuchi/platform-server/clock/local-day';
import { NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import type { Actor } from '@fuchi/record-person/actor';
import {
  type DelegationRefused,
  delegate,
  delegationsOf,
  endDelegation,
} from '@fuchi/record-person/delegation-store';
import { colleaguesOf } from '@fuchi/record-person/duty-store';
import { ROLES } from '@fuchi/workflow/role';
import type * as z from 'zod';
import * as contract from '../contract.ts';
import { badField } from '../refusal.ts';
import { type AtSession, demandProven } from '../session/session-of.ts';
import type { SignInContext } from '../sign-in-context.ts';
import { delegationFault } from './delegation-fault.ts';

type View = contract.DelegationView;
type Body = z.infer<typeof contract.delegateBody>;

const LIST: DeskOperation<undefined, undefined, View> = {
  id: 'listDelegations',
  method: 'GET',
  path: '/api/account/delegations',
  permission: 'signed-in',
  says: '查看谁代办自己的岗位',
  reply: contract.delegationView,
};
const DELEGATE: DeskOperation<undefined, Body, View> = {
  id: 'delegateDuty',
  method: 'POST',
  path: '/api/account/delegations',
  permission: 'signed-in',
  says: '请同事在一段时间代办自己的岗位',
  body: contract.delegateBody,
  reply: contract.delegationView,
};
const END: DeskOperation<undefined, undefined, View> = {
  id: 'endDelegation',
  method: 'DELETE',
  path: '/api/account/delegations/{delegation}',
  permission: 'signed-in',
  says: '收回代办',
  reply: contract.delegationView,
};

/** 代办: who is away lets a colleague act from a duty of his, on some days. */
export function delegationRoutes(routes: DeskRoutes<Actor>, context: SignInContext): void {
  const { db } = context;
  const view = async ({ session, duties, moment }: AtSession): Promise<View> => {
    const today = localDay(moment.now);
    const own = duties.filter((duty) => duty.standsInFor === undefined);
    return {
      duties: await Promise.all(
        own.map(async ({ appointment, role, organisation }) => ({
          appointment,
          roleName: ROLES[role].name,
          organisation: organisation.name,
          colleagues: (await colleaguesOf(db, session.account, organisation.id, today)).map(
            (colleague) => ({
              account: colleague.account,
              name: colleague.name,
              roleName: ROLES[colleague.role].name,
            }),
          ),
        })),
      ),
      standIns: [...(await delegationsOf(db, session.account, today))],
      today,
    };
  };

  routes.add(LIST, async ({ request }) => view(await demandProven(context, request)));

  routes.add(DELEGATE, async ({ body, request }) => {
    const at = await demandProven(context, request);
    const { now } = at.moment;
    if (body.until < localDay(now)) throw badField([delegationFault({ code: 'past' })]);
    const asked = { ...body, holder: at.session.account };
    const done = await changeOrRefuse<void, DelegationRefused>(
      db,
      at.by,
      now,
      async (work, record, refuse) => {
        const given = await delegate(work, record, asked, now);
        if ('refused' in given) refuse(given.refused);
      },
    );
    if (!done.ok) throw badField([delegationFault(done.refused)]);
    return view(at);
  });

  routes.add(END, async ({ params, request }) => {
    const at = await demandProven(context, request);
    const delegation = pathId(params, 'delegation');
    const which = { holder: at.session.account, delegation };
    const { now } = at.moment;
    const ended = await changeOrRefuse<void, 'none'>(
      db,
      at.by,
      now,
      async (work, record, refuse) => {
        if (!(await endDelegation(work, record, which, now))) refuse('none');
      },
    );
    if (!ended.ok) throw new HttpFault(NO_SUCH);
    return view(at);
  });
}
