import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { pathId } from '@fuchi/platform-server/api/path-id';
import { NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import type { Actor } from '@fuchi/record-person/actor';
import { demandActor } from '@fuchi/record-person/demand-actor';
import { sendStored } from '@fuchi/record-upload/send-stored';
import * as z from 'zod';
import { APPLICANTS } from '../applicants.ts';
import type { ApplicationContext } from '../application-context.ts';
import { openApplication } from '../open-application.ts';
import { askStatement, withdrawStatement } from './ask-statement.ts';
import * as contract from './contract.ts';
import { kindsAsked } from './kinds-asked.ts';
import { statementsOf } from './statement-store.ts';
import { statementViewOf } from './statement-view.ts';

const LIST: DeskOperation<undefined, undefined, contract.OwnStatements> = {
  id: 'listOwnStatements',
  method: 'GET',
  path: '/api/applications/{application}/statements',
  permission: APPLICANTS,
  says: '查看一项申报的推荐单位意见',
  reply: contract.ownStatements,
};
const ASK: DeskOperation<undefined, z.infer<typeof contract.askBody>, contract.OwnStatements> = {
  id: 'askStatement',
  method: 'POST',
  path: '/api/applications/{application}/statements',
  permission: APPLICANTS,
  says: '向推荐单位申请验收意见或无需手续的说明',
  body: contract.askBody,
  reply: contract.ownStatements,
};
const WITHDRAW: DeskOperation<undefined, undefined, contract.OwnStatements> = {
  id: 'withdrawStatement',
  method: 'DELETE',
  path: '/api/applications/{application}/statements/{statement}',
  permission: APPLICANTS,
  says: '撤回向推荐单位的申请',
  reply: contract.ownStatements,
};
const OPEN: DeskOperation<z.infer<typeof contract.scanQuery>, undefined, unknown> = {
  id: 'openOwnStatement',
  method: 'GET',
  path: '/api/applications/{application}/statements/{statement}/content',
  permission: APPLICANTS,
  says: '打开推荐单位意见的盖章扫描件',
  query: contract.scanQuery,
  reply: z.unknown(),
};

/** 推荐单位意见, as the applicant asks for it: the applicant says nothing of it itself. */
export function ownStatementRoutes(routes: DeskRoutes<Actor>, context: ApplicationContext): void {
  const { db, files, moment } = context;
  const list = async (actor: Actor, id: string): Promise<contract.OwnStatements> => {
    const { application, guide, terms } = await openApplication(db, actor, id);
    const { recommender } = application;
    const all = await statementsOf(db, id);
    const now = all.filter((one) => one.recommender === recommender);
    const row =
      recommender === null
        ? undefined
        : await db
            .selectFrom('organisation')
            .select('name')
            .where('id', '=', recommender)
            .executeTakeFirst();
    return {
      recommender: row?.name ?? null,
      kinds: kindsAsked(guide, application.line, terms).map((kind) => ({
        kind,
        statements: now.filter((one) => one.kind === kind).map(statementViewOf),
      })),
    };
  };

  routes.add(LIST, ({ actor, params }) => list(demandActor(actor), pathId(params, 'application')));

  routes.add(ASK, async ({ actor, params, body }) => {
    const who = demandActor(actor);
    const application = pathId(params, 'application');
    const done = await askStatement(db, who, { application, ...body }, moment().now);
    if (!done.ok) throw done.refused.fault;
    return list(who, application);
  });

  routes.add(WITHDRAW, async ({ actor, params }) => {
    const who = demandActor(actor);
    const application = pathId(params, 'application');
    const statement = pathId(params, 'statement');
    const done = await withdrawStatement(db, who, { application, statement }, moment().now);
    if (!done.ok) throw done.refused.fault;
    return list(who, application);
  });

  routes.add(OPEN, async ({ actor, params, query, reply }) => {
    const who = demandActor(actor);
    const { application } = await openApplication(db, who, pathId(params, 'application'));
    const id = pathId(params, 'statement');
    const found = (await statementsOf(db, application.id)).find((one) => one.id === id);
    if (!found?.scan) throw new HttpFault(NO_SUCH);
    return sendStored(reply, files, found.scan, query.as ?? 'inline');
  });
}
