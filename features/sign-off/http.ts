import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { pathId } from '@fuchi/platform-server/api/path-id';
import type { Database } from '@fuchi/platform-server/database/open-database';
import { NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { demandActor } from '@fuchi/record-person/demand-actor';
import type { Moment } from '@fuchi/record-person/moment';
import type { SignOffCarrier } from '@fuchi/record-sign-off/carrier';
import { CHAIN_ROLES } from '@fuchi/record-sign-off/contract';
import { type SignRefused, sign } from '@fuchi/record-sign-off/sign';
import {
  isNextOf,
  signOffFor,
  signOffsFor,
  waitingFor,
} from '@fuchi/record-sign-off/sign-off-store';
import { withdrawSignOff } from '@fuchi/record-sign-off/withdraw-sign-off';
import type * as z from 'zod';
import * as contract from './contract.ts';
import { signFault } from './refusal.ts';
import { rowOf, viewOf } from './sign-off-view.ts';

export interface SignOffContext {
  readonly db: Database;
  readonly moment: () => Moment;
  /** What becomes of what is signed, from every feature whose commands wait for a chain. */
  readonly carriers: readonly SignOffCarrier[];
}

const LIST: DeskOperation<undefined, undefined, z.infer<typeof contract.signOffList>> = {
  id: 'listSignOffs',
  method: 'GET',
  path: '/api/desk/sign-offs',
  permission: CHAIN_ROLES,
  says: '查看待签批和签批过的事项',
  reply: contract.signOffList,
};
const ONE: DeskOperation<undefined, undefined, contract.SignOffView> = {
  id: 'getSignOff',
  method: 'GET',
  path: '/api/desk/sign-offs/{signOff}',
  permission: CHAIN_ROLES,
  says: '查看一件签批的内容和各步意见',
  reply: contract.signOffView,
};
const SIGN: DeskOperation<undefined, z.infer<typeof contract.signBody>, contract.SignOffView> = {
  id: 'sign',
  method: 'POST',
  path: '/api/desk/sign-offs/{signOff}/signatures',
  permission: CHAIN_ROLES,
  says: '签批自己的一步：同意或不同意',
  body: contract.signBody,
  reply: contract.signOffView,
};
const WITHDRAW: DeskOperation<
  undefined,
  z.infer<typeof contract.withdrawBody>,
  contract.SignOffView
> = {
  id: 'withdrawSignOff',
  method: 'POST',
  path: '/api/desk/sign-offs/{signOff}/withdraw',
  permission: CHAIN_ROLES,
  says: '撤回本处室送签的事项',
  body: contract.withdrawBody,
  reply: contract.signOffView,
};

/** 签批: what waits for whom, what was said, and saying it. */
export function signOffRoutes(
  routes: DeskRoutes<Actor>,
  { db, moment, carriers }: SignOffContext,
): void {
  const view = async (actor: Actor, id: string) => {
    const found = await signOffFor(db, actor, id);
    if (!found) throw new HttpFault(NO_SUCH);
    return viewOf(found, await isNextOf(db, actor, id), actor);
  };

  routes.add(LIST, async ({ actor }) => {
    const who = demandActor(actor);
    const waiting = await waitingFor(db, who);
    const own = new Set(waiting.map(({ id }) => id));
    const all = await signOffsFor(db, who);
    return {
      waiting: waiting.map((signOff) => rowOf(signOff, true)),
      others: all.filter(({ id }) => !own.has(id)).map((signOff) => rowOf(signOff, false)),
    };
  });

  routes.add(ONE, async ({ actor, params }) => view(demandActor(actor), pathId(params, 'signOff')));

  routes.add(SIGN, async ({ actor, params, body }) => {
    const who = demandActor(actor);
    const id = pathId(params, 'signOff');
    await view(who, id);
    const { now } = moment();
    const done = await changeOrRefuse<void, SignRefused>(
      db,
      byActor(who),
      now,
      async (work, record, refuse) => {
        const signed = await sign(work, record, carriers, { ...body, id }, { actor: who, now });
        if ('refused' in signed) refuse(signed.refused);
      },
    );
    if (!done.ok) throw signFault(done.refused);
    return view(who, id);
  });

  routes.add(WITHDRAW, async ({ actor, params, body }) => {
    const who = demandActor(actor);
    const id = pathId(params, 'signOff');
    await view(who, id);
    const { now } = moment();
    const done = await changeOrRefuse<void, 'none'>(
      db,
      byActor(who),
      now,
      async (work, record, refuse) => {
        const asked = { id, said: body.said };
        if (!(await withdrawSignOff(work, record, carriers, asked, { actor: who, now })))
          refuse('none');
      },
    );
    if (!done.ok) throw signFault({ code: 'finished' });
    return view(who, id);
  });
}
