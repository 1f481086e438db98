import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { pathId } from '@fuchi/platform-server/api/path-id';
import { clientOf } from '@fuchi/platform-server/client-of';
import { withdrawInvitation } from '@fuchi/record-organisation/invitation-store';
import type { Actor } from '@fuchi/record-person/actor';
import { type LookBody, lookBody, lookReply } from '@fuchi/record-person/contract';
import { demandActor } from '@fuchi/record-person/demand-actor';
import { demandPassword } from '@fuchi/record-person/demand-password';
import type * as z from 'zod';
import type { AccountsContext } from '../accounts-context.ts';
import * as contract from '../contract-people.ts';
import { type Changing, changePeople } from './changing.ts';
import { endDuty } from './end-duty.ts';
import { giveDutyToColleague } from './give-duty.ts';
import { handOver } from './hand-over.ts';
import { invitePerson } from './invite-person.ts';
import { lookAtPerson } from './look-at-person.ts';
import { makePasswordLink } from './password-link.ts';
import { peopleView } from './people-view.ts';

type Op<Body, Reply> = DeskOperation<undefined, Body, Reply>;

/** Who leads an enterprise or a recommender sets up those who work in it. */
const LEADS = ['applicant-admin', 'recommender-lead'] as const;

const VIEW: Op<undefined, contract.PeopleView> = {
  id: 'getOwnPeople',
  method: 'GET',
  path: '/api/people',
  permission: LEADS,
  says: '查看本单位的人员',
  reply: contract.peopleView,
};
const INVITE: Op<contract.InviteBody, contract.LinkReply> = {
  id: 'inviteColleague',
  method: 'POST',
  path: '/api/people/invitations',
  permission: LEADS,
  says: '邀请同事到本单位任职',
  body: contract.inviteBody,
  reply: contract.linkReply,
};
const WITHDRAW: Op<undefined, contract.PeopleView> = {
  id: 'withdrawInvitation',
  method: 'DELETE',
  path: '/api/people/invitations/{invitation}',
  permission: LEADS,
  says: '撤回本单位的邀请',
  reply: contract.peopleView,
};
const GIVE: Op<z.infer<typeof contract.ownDutyBody>, contract.PeopleView> = {
  id: 'giveColleagueDuty',
  method: 'POST',
  path: '/api/people/{account}/duties',
  permission: LEADS,
  says: '给本单位的人加一个岗位',
  body: contract.ownDutyBody,
  reply: contract.peopleView,
};
const END: Op<undefined, contract.PeopleView> = {
  id: 'endColleagueDuty',
  method: 'DELETE',
  path: '/api/people/duties/{appointment}',
  permission: LEADS,
  says: '免去本单位的岗位',
  reply: contract.peopleView,
};
const LINK: Op<undefined, contract.LinkReply> = {
  id: 'makeColleaguePasswordLink',
  method: 'POST',
  path: '/api/people/{account}/password-link',
  permission: LEADS,
  says: '为本单位的人做一个设置密码的链接',
  reply: contract.linkReply,
};
const LOOK: Op<LookBody, z.infer<typeof lookReply>> = {
  id: 'lookAtColleague',
  method: 'POST',
  path: '/api/people/{account}/look',
  permission: ['applicant-admin'],
  says: '查看本单位的人完整的联系方式',
  body: lookBody,
  reply: lookReply,
};
const HAND_OVER: Op<z.infer<typeof contract.handOverBody>, z.infer<typeof contract.done>> = {
  id: 'handOverAdministration',
  method: 'POST',
  path: '/api/people/hand-over',
  permission: ['applicant-admin'],
  says: '把单位管理员交接给同事',
  body: contract.handOverBody,
  reply: contract.done,
};

/** One's own unit's people. The unit is the one that is acted for; nothing in the address says another. */
export function ownPeopleRoutes(routes: DeskRoutes<Actor>, context: AccountsContext): void {
  const lines = new Set(context.guide.guide.lines.map(({ id }) => id));
  const view = (actor: Actor) => peopleView(context, actor, actor.organisation.id);
  const changed = async (actor: Actor, work: (changing: Changing) => Promise<unknown>) => {
    await changePeople(context, actor, work);
    return view(actor);
  };

  routes.add(VIEW, ({ actor }) => view(demandActor(actor)));

  routes.add(INVITE, async ({ actor, body }) => {
    const acting = demandActor(actor);
    const asked = { unit: acting.organisation.id, ...body };
    return changePeople(context, acting, (changing) =>
      invitePerson(changing, context, asked, lines),
    );
  });

  routes.add(WITHDRAW, ({ actor, params }) => {
    const id = pathId(params, 'invitation');
    return changed(demandActor(actor), async ({ work, record, scope, machine, refuse }) => {
      const unit = await withdrawInvitation(work, record, scope, id, machine);
      if (unit === undefined) refuse({ code: 'no-such' });
    });
  });

  routes.add(GIVE, ({ actor, params, body }) => {
    const acting = demandActor(actor);
    const account = pathId(params, 'account');
    return changed(acting, (changing) =>
      giveDutyToColleague(
        changing,
        account,
        { unit: acting.organisation.id, ...body, lines: [], from: changing.day },
        lines,
      ),
    );
  });

  routes.add(END, ({ actor, params }) => {
    const id = pathId(params, 'appointment');
    return changed(demandActor(actor), (changing) => endDuty(changing, id));
  });

  routes.add(LINK, async ({ actor, params }) => {
    const acting = demandActor(actor);
    const account = pathId(params, 'account');
    return changePeople(context, acting, (changing) =>
      makePasswordLink(changing, context, account),
    );
  });

  routes.add(LOOK, ({ actor, params, body }) =>
    lookAtPerson(context, demandActor(actor), pathId(params, 'account'), body),
  );

  routes.add(HAND_OVER, async ({ actor, body, request }) => {
    const acting = demandActor(actor);
    const asked = { address: request.ip, client: clientOf(request.ip) };
    await demandPassword(context.db, acting.account, body.password, asked, context.moment());
    await changePeople(context, acting, (changing) => handOver(changing, body));
    return { done: true };
  });
}
