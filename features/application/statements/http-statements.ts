import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { pathId } from '@fuchi/platform-server/api/path-id';
import { NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { papersOf } from '@fuchi/record-application/paper-store';
import { guideOf } from '@fuchi/record-guide-version/guide-of';
import type { Actor } from '@fuchi/record-person/actor';
import { demandActor } from '@fuchi/record-person/demand-actor';
import { sendStored } from '@fuchi/record-upload/send-stored';
import * as z from 'zod';
import type { ApplicationContext } from '../application-context.ts';
import { arrivedAt } from '../arrived-at.ts';
import { declineStatement, recordStatement } from './answer-statement.ts';
import { basisOf, shownTo } from './asked-basis.ts';
import { type TimedStatement, withClocks } from './asked-clocks.ts';
import * as contract from './contract.ts';
import { RECOMMENDERS } from './recommenders.ts';
import { statementFor, statementsFor } from './statement-store.ts';
import { statementViewOf } from './statement-view.ts';
import { takeBackStatement } from './take-back-statement.ts';

type List = z.infer<typeof contract.askedList>;

const LIST: DeskOperation<undefined, undefined, List> = {
  id: 'listAskedStatements',
  method: 'GET',
  path: '/api/statements',
  permission: RECOMMENDERS,
  says: '查看申报单位向本单位申请的意见',
  reply: contract.askedList,
};
const RECORD: DeskOperation<undefined, contract.RecordBody, List> = {
  id: 'recordStatement',
  method: 'POST',
  path: '/api/statements/{statement}/record',
  permission: RECOMMENDERS,
  says: '登记推荐单位意见和盖章扫描件',
  body: contract.recordBody,
  reply: contract.askedList,
};
const DECLINE: DeskOperation<undefined, z.infer<typeof contract.reasonBody>, List> = {
  id: 'declineStatement',
  method: 'POST',
  path: '/api/statements/{statement}/decline',
  permission: RECOMMENDERS,
  says: '不出具申请的意见',
  body: contract.reasonBody,
  reply: contract.askedList,
};
const TAKE_BACK: DeskOperation<undefined, z.infer<typeof contract.reasonBody>, List> = {
  id: 'takeBackStatement',
  method: 'POST',
  path: '/api/statements/{statement}/take-back',
  permission: RECOMMENDERS,
  says: '收回登记有误的意见，重新登记',
  body: contract.reasonBody,
  reply: contract.askedList,
};
const BASIS: DeskOperation<undefined, undefined, contract.AskedBasis> = {
  id: 'readAskedBasis',
  method: 'GET',
  path: '/api/statements/{statement}/basis',
  permission: RECOMMENDERS,
  says: '查看申报单位就所申请的意见填报的内容和已交的材料',
  reply: contract.askedBasis,
};
const PAPER: DeskOperation<z.infer<typeof contract.scanQuery>, undefined, unknown> = {
  id: 'openAskedPaper',
  method: 'GET',
  path: '/api/statements/{statement}/papers/{shown}/content',
  permission: RECOMMENDERS,
  says: '打开申请意见的申报里已交的一份材料',
  query: contract.scanQuery,
  reply: z.unknown(),
};
const OPEN: DeskOperation<z.infer<typeof contract.scanQuery>, undefined, unknown> = {
  id: 'openStatement',
  method: 'GET',
  path: '/api/statements/{statement}/content',
  permission: RECOMMENDERS,
  says: '打开本单位意见的盖章扫描件',
  query: contract.scanQuery,
  reply: z.unknown(),
};

/** 推荐单位意见, as the recommender gives it: of its own unit alone. */
export function statementRoutes(routes: DeskRoutes<Actor>, context: ApplicationContext): void {
  const { db, files, moment } = context;
  const list = async (actor: Actor): Promise<List> =>
    Promise.all((await withClocks(db, await statementsFor(db, actor))).map(viewOf));
  const viewOf = async (timed: TimedStatement): Promise<contract.AskedStatement> => {
    const { statement, round, deadline, lastDay } = timed;
    const guide = await guideOf(db, statement.guide);
    return {
      ...statementViewOf(statement),
      applicant: statement.organisationName,
      title: statement.title,
      lineTitle: guide.lines.find(({ id }) => id === statement.line)?.title ?? statement.line,
      roundName: round.name,
      deadline: deadline?.toISOString() ?? null,
      lastDay: lastDay ?? null,
      open: statement.open,
    };
  };

  routes.add(LIST, ({ actor }) => list(demandActor(actor)));

  routes.add(RECORD, async ({ actor, params, body, reply }) => {
    const who = demandActor(actor);
    const { now } = moment();
    const asked = { ...body, id: pathId(params, 'statement'), arrived: arrivedAt(now, reply) };
    const done = await recordStatement(context, who, asked, now);
    if (!done.ok) throw done.refused.fault;
    return list(who);
  });

  routes.add(DECLINE, async ({ actor, params, body }) => {
    const who = demandActor(actor);
    const asked = { ...body, id: pathId(params, 'statement') };
    const done = await declineStatement(db, who, asked, moment().now);
    if (!done.ok) throw done.refused.fault;
    return list(who);
  });

  routes.add(TAKE_BACK, async ({ actor, params, body, reply }) => {
    const who = demandActor(actor);
    const { now } = moment();
    const asked = { ...body, id: pathId(params, 'statement'), arrived: arrivedAt(now, reply) };
    const done = await takeBackStatement(db, who, asked, now);
    if (!done.ok) throw done.refused.fault;
    return list(who);
  });

  routes.add(BASIS, async ({ actor, params }) => {
    const statement = await shownTo(db, demandActor(actor), pathId(params, 'statement'));
    return basisOf(context, statement, moment().now);
  });

  routes.add(PAPER, async ({ actor, params, query, reply }) => {
    const { application } = await shownTo(db, demandActor(actor), pathId(params, 'statement'));
    const id = pathId(params, 'shown');
    const paper = (await papersOf(db, application)).find((one) => one.id === id);
    if (!paper) throw new HttpFault(NO_SUCH);
    return sendStored(reply, files, paper, query.as ?? 'inline');
  });

  routes.add(OPEN, async ({ actor, params, query, reply }) => {
    const who = demandActor(actor);
    const found = await statementFor(db, who, pathId(params, 'statement'));
    if (!found?.scan) throw new HttpFault(NO_SUCH);
    return sendStored(reply, files, found.scan, query.as ?? 'inline');
  });
}
