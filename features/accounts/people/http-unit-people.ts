import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { pathId } from '@fuchi/platform-server/api/path-id';
import { withdrawInvitation } from '@fuchi/record-organisation/invitation-store';
import type { Actor } from '@fuchi/record-person/actor';
import { type LookBody, lookBody, lookReply } from '@fuchi/record-person/contract';
import { demandActor } from '@fuchi/record-person/demand-actor';
import type * as z from 'zod';
import type { AccountsContext } from '../accounts-context.ts';
import * as contract from '../contract-people.ts';
import { changePeople } from './changing.ts';
import { endDuty } from './end-duty.ts';
import { giveDutyByLogin } from './give-duty.ts';
import { invitePerson } from './invite-person.ts';
import { lookAtPerson } from './look-at-person.ts';
import { makePasswordLink } from './password-link.ts';
import { peopleView } from './people-view.ts';
import { disableAccount, enableAccount } from './set-active.ts';

type Done = z.infer<typeof contract.done>;
type Why = z.infer<typeof contract.whyBody>;
type Op<Body, Reply> = DeskOperation<undefined, Body, Reply>;

const ONLY = ['system-admin'] as const;
const UNIT = '/api/accounts/units/{unit}';

const VIEW: Op<undefined, contract.PeopleView> = {
  id: 'getUnit',
  method: 'GET',
  path: UNIT,
  permission: ONLY,
  says: '查看单位和其中的人员',
  reply: contract.peopleView,
};
const INVITE: Op<contract.InviteBody, contract.LinkReply> = {
  id: 'inviteToUnit',
  method: 'POST',
  path: `${UNIT}/invitations`,
  permission: ONLY,
  says: '邀请一人到单位任职',
  body: contract.inviteBody,
  reply: contract.linkReply,
};
const WITHDRAW: Op<undefined, contract.PeopleView> = {
  id: 'withdrawUnitInvitation',
  method: 'DELETE',
  path: '/api/accounts/invitations/{invitation}',
  permission: ONLY,
  says: '撤回邀请',
  reply: contract.peopleView,
};
const GIVE: Op<z.infer<typeof contract.giveDutyBody>, contract.PeopleView> = {
  id: 'giveDuty',
  method: 'POST',
  path: `${UNIT}/duties`,
  permission: ONLY,
  says: '给已有账号的人一个岗位',
  body: contract.giveDutyBody,
  reply: contract.peopleView,
};
const END: Op<undefined, contract.PeopleView> = {
  id: 'endDuty',
  method: 'DELETE',
  path: '/api/accounts/duties/{appointment}',
  permission: ONLY,
  says: '免去岗位',
  reply: contract.peopleView,
};
const PERSON = '/api/accounts/people/{account}';
const DISABLE: Op<Why, Done> = {
  id: 'disableAccount',
  method: 'POST',
  path: `${PERSON}/disable`,
  permission: ONLY,
  says: '停用账号',
  body: contract.whyBody,
  reply: contract.done,
};
const ENABLE: Op<Why, Done> = {
  id: 'enableAccount',
  method: 'POST',
  path: `${PERSON}/enable`,
  permission: ONLY,
  says: '启用账号',
  body: contract.whyBody,
  reply: contract.done,
};
const LINK: Op<undefined, contract.LinkReply> = {
  id: 'makePasswordLink',
  method: 'POST',
  path: `${PERSON}/password-link`,
  permission: ONLY,
  says: '做一个设置密码的链接',
  reply: contract.linkReply,
};
const LOOK: Op<LookBody, z.infer<typeof lookReply>> = {
  id: 'lookAtPerson',
  method: 'POST',
  path: `${PERSON}/look`,
  permission: ONLY,
  says: '查看一人完整的联系方式',
  body: lookBody,
  reply: lookReply,
};

/** The people of any unit, as the system administrator sets them up. */
export function unitPeopleRoutes(routes: DeskRoutes<Actor>, context: AccountsContext): void {
  const lines = new Set(context.guide.guide.lines.map(({ id }) => id));

  routes.add(VIEW, ({ actor, params }) =>
    peopleView(context, demandActor(actor), pathId(params, 'unit')),
  );

  routes.add(INVITE, async ({ actor, params, body }) => {
    const acting = demandActor(actor);
    const unit = pathId(params, 'unit');
    return changePeople(context, acting, (changing) =>
      invitePerson(changing, context, { unit, ...body }, lines),
    );
  });

  routes.add(WITHDRAW, async ({ actor, params }) => {
    const acting = demandActor(actor);
    const id = pathId(params, 'invitation');
    const unit = await changePeople(
      context,
      acting,
      async ({ work, record, scope, machine, refuse }) =>
        (await withdrawInvitation(work, record, scope, id, machine)) ?? refuse({ code: 'no-such' }),
    );
    return peopleView(context, acting, unit);
  });

  routes.add(GIVE, async ({ actor, params, body }) => {
    const acting = demandActor(actor);
    const unit = pathId(params, 'unit');
    await changePeople(context, acting, (changing) =>
      giveDutyByLogin(changing, { unit, ...body }, lines),
    );
    return peopleView(context, acting, unit);
  });

  routes.add(END, async ({ actor, params }) => {
    const acting = demandActor(actor);
    const id = pathId(params, 'appointment');
    const unit = await changePeople(context, acting, (changing) => endDuty(changing, id));
    return peopleView(context, acting, unit);
  });

  for (const [operation, change] of [
    [DISABLE, disableAccount],
    [ENABLE, enableAccount],
  ] as const) {
    routes.add(operation, async ({ actor, params, body }) => {
      const asked = { account: pathId(params, 'account'), why: body.why };
      await changePeople(context, demandActor(actor), (changing) => change(changing, asked));
      return { done: true };
    });
  }

  routes.add(LINK, ({ actor, params }) => {
    const account = pathId(params, 'account');
    return changePeople(context, demandActor(actor), (changing) =>
      makePasswordLink(changing, context, account),
    );
  });

  routes.add(LOOK, ({ actor, params, body }) =>
    lookAtPerson(context, demandActor(actor), pathId(params, 'account'), body),
  );
}
