import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { pathId } from '@fuchi/platform-server/api/path-id';
import { badInput } from '@fuchi/platform-server/api/read-body';
import { type FaultKind, NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { organisationById } from '@fuchi/record-organisation/organisation-store';
import type { Actor } from '@fuchi/record-person/actor';
import { demandActor } from '@fuchi/record-person/demand-actor';
import { sendStored } from '@fuchi/record-upload/send-stored';
import * as z from 'zod';
import type { AccountsContext } from '../accounts-context.ts';
import * as contract from '../contract-change.ts';
import { askChange, recommenderOf } from './ask-change.ts';
import { changeRefusedText } from './change-findings.ts';
import { changeView } from './change-view.ts';
import { decideChange } from './decide-change.ts';
import { changeFor, changesFor, unitChangeOf } from './unit-change-store.ts';

const ENTERPRISE = ['applicant-admin'] as const;
const RECOMMENDERS = ['recommender-handler', 'recommender-lead'] as const;
const MOST = 200;

const OWN: DeskOperation<undefined, undefined, contract.OwnChanges> = {
  id: 'listOwnUnitChanges',
  method: 'GET',
  path: '/api/people/changes',
  permission: ENTERPRISE,
  says: '查看本单位的更名、并入',
  reply: contract.ownChanges,
};
const ASK: DeskOperation<undefined, contract.AskChangeBody, contract.OwnChanges> = {
  id: 'askUnitChange',
  method: 'POST',
  path: '/api/people/changes',
  permission: ENTERPRISE,
  says: '申请更名或并入',
  body: contract.askChangeBody,
  reply: contract.ownChanges,
};
const DECIDE_OWN: DeskOperation<undefined, contract.ChangeDecisionBody, contract.OwnChanges> = {
  id: 'decideOwnUnitChange',
  method: 'POST',
  path: '/api/people/changes/{change}/decision',
  permission: ENTERPRISE,
  says: '撤回变更申请，或答复并入本单位的申请',
  body: contract.changeDecisionBody,
  reply: contract.ownChanges,
};
const LIST: DeskOperation<z.infer<typeof contract.changeQuery>, undefined, contract.ChangeList> = {
  id: 'listUnitChanges',
  method: 'GET',
  path: '/api/unit-changes',
  permission: RECOMMENDERS,
  says: '查看提交给本单位的单位变更',
  query: contract.changeQuery,
  reply: contract.changeList,
};
const SEE: DeskOperation<undefined, undefined, contract.ChangeView> = {
  id: 'getUnitChange',
  method: 'GET',
  path: '/api/unit-changes/{change}',
  permission: RECOMMENDERS,
  says: '查看一件单位变更',
  reply: contract.changeView,
};
const DECIDE: DeskOperation<undefined, contract.ChangeDecisionBody, contract.ChangeView> = {
  id: 'decideUnitChange',
  method: 'POST',
  path: '/api/unit-changes/{change}/decision',
  permission: RECOMMENDERS,
  says: '同意或不同意单位变更',
  body: contract.changeDecisionBody,
  reply: contract.changeView,
};
const PROOF: DeskOperation<z.infer<typeof contract.proofQuery>, undefined, unknown> = {
  id: 'getUnitChangeProof',
  method: 'GET',
  path: '/api/unit-changes/{change}/proof',
  permission: [...ENTERPRISE, ...RECOMMENDERS],
  says: '查看单位变更的证明',
  query: contract.proofQuery,
  reply: z.unknown(),
};

/** 企业更名、并入, as the enterprises and their recommender deal with it. */
export function changeRoutes(routes: DeskRoutes<Actor>, context: AccountsContext): void {
  const { db, files, moment } = context;

  const own = async (actor: Actor): Promise<contract.OwnChanges> => {
    const rows = await changesFor(db, actor).orderBy('c.id', 'desc').limit(MOST).execute();
    const unit = await organisationById(db, actor.organisation.id);
    const changes = rows.map(unitChangeOf);
    return {
      changes: changes.map((change) => changeView(change, actor)),
      recommender: (unit && (await recommenderOf(db, unit)))?.name ?? null,
      waiting: changes.some(
        ({ unit: { id }, decidedAt }) => id === actor.organisation.id && decidedAt === undefined,
      ),
    };
  };
  const decided = async (actor: Actor, id: string, body: contract.ChangeDecisionBody) => {
    const done = await decideChange(db, actor, id, body, moment().now);
    if (done.ok) return;
    if (done.refused.code === 'no-such') throw new HttpFault(NO_SUCH);
    const zh = changeRefusedText(done.refused);
    throw new HttpFault(HELD, { zh, en: done.refused.code });
  };
  const seen = async (actor: Actor, id: string) => {
    const change = await changeFor(db, actor, id);
    if (!change) throw new HttpFault(NO_SUCH);
    return change;
  };

  routes.add(OWN, ({ actor }) => own(demandActor(actor)));

  routes.add(ASK, async ({ actor, body }) => {
    const acting = demandActor(actor);
    const done = await askChange(db, acting, body, moment().now);
    if (!done.ok) throw badInput(done.refused, (fault) => fault);
    return own(acting);
  });

  routes.add(DECIDE_OWN, async ({ actor, params, body }) => {
    const acting = demandActor(actor);
    await decided(acting, pathId(params, 'change'), body);
    return own(acting);
  });

  routes.add(LIST, async ({ actor, query }) => {
    const acting = demandActor(actor);
    const waiting = query.state === 'waiting';
    const rows = await changesFor(db, acting)
      .where('c.state', waiting ? 'in' : 'not in', ['submitted'])
      .orderBy('c.asked_at', waiting ? 'asc' : 'desc')
      .limit(MOST + 1)
      .execute();
    return {
      changes: rows.slice(0, MOST).map((row) => changeView(unitChangeOf(row), acting)),
      more: rows.length > MOST,
    };
  });

  routes.add(SEE, async ({ actor, params }) => {
    const acting = demandActor(actor);
    return changeView(await seen(acting, pathId(params, 'change')), acting);
  });

  routes.add(DECIDE, async ({ actor, params, body }) => {
    const acting = demandActor(actor);
    const id = pathId(params, 'change');
    await decided(acting, id, body);
    return changeView(await seen(acting, id), acting);
  });

  routes.add(PROOF, async ({ actor, params, query, reply }) => {
    const { proof } = await seen(demandActor(actor), pathId(params, 'change'));
    return sendStored(reply, files, proof, query.as);
  });
}

const HELD: FaultKind = {
  status: 409,
  code: 'not-now',
  when: { zh: '现在不能这样办理', en: 'It cannot be done now' },
};
