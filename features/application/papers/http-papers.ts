import { askingOf } from '@fuchi/platform-server/answering/asking-of';
import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { pathId } from '@fuchi/platform-server/api/path-id';
import { badInput } from '@fuchi/platform-server/api/read-body';
import { NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { lockOwnApplication } from '@fuchi/record-application/application-store';
import { isWritable } from '@fuchi/record-application/application-workflow';
import { programUnder } from '@fuchi/record-application/contract-judge';
import { statementPapersOf } from '@fuchi/record-application/contract-statement';
import { addPaper, papersOf, removePaper } from '@fuchi/record-application/paper-store';
import { changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { demandActor } from '@fuchi/record-person/demand-actor';
import { sendStored } from '@fuchi/record-upload/send-stored';
import { consumeUpload, ownUpload } from '@fuchi/record-upload/upload-store';
import * as z from 'zod';
import { APPLICANTS } from '../applicants.ts';
import type { ApplicationContext } from '../application-context.ts';
import { openApplication } from '../open-application.ts';
import { notOpen } from '../refusal.ts';
import { unusableUpload } from '../unusable-upload.ts';
import * as contract from './contract.ts';

type List = z.infer<typeof contract.paperList>;

const LIST: DeskOperation<undefined, undefined, List> = {
  id: 'listPapers',
  method: 'GET',
  path: '/api/applications/{application}/papers',
  permission: APPLICANTS,
  says: '查看一项申报的材料',
  reply: contract.paperList,
};
const ADD: DeskOperation<undefined, z.infer<typeof contract.addPaperBody>, List> = {
  id: 'addPaper',
  method: 'POST',
  path: '/api/applications/{application}/papers',
  permission: APPLICANTS,
  says: '把上传的文件作为一份材料',
  body: contract.addPaperBody,
  reply: contract.paperList,
};
const REMOVE: DeskOperation<undefined, undefined, List> = {
  id: 'removePaper',
  method: 'DELETE',
  path: '/api/applications/{application}/papers/{paper}',
  permission: APPLICANTS,
  says: '撤下一份材料',
  reply: contract.paperList,
};
const OPEN: DeskOperation<z.infer<typeof contract.fileQuery>, undefined, unknown> = {
  id: 'openPaper',
  method: 'GET',
  path: '/api/applications/{application}/papers/{paper}/content',
  permission: APPLICANTS,
  says: '打开一份材料',
  query: contract.fileQuery,
  reply: z.unknown(),
};

type Refused = { readonly fault: HttpFault };

/** 材料: files handed in as papers of an application, and taken back while it is open. */
export function paperRoutes(routes: DeskRoutes<Actor>, context: ApplicationContext): void {
  const { db, files, moment, work } = context;
  const list = async (application: string): Promise<List> =>
    (await papersOf(db, application)).map(({ digest: _, addedAt, ...paper }) => ({
      ...paper,
      addedAt: addedAt.toISOString(),
    }));

  routes.add(LIST, async ({ actor, params }) => {
    const { application } = await openApplication(
      db,
      demandActor(actor),
      pathId(params, 'application'),
    );
    return list(application.id);
  });

  routes.add(ADD, async ({ actor, params, body, request, reply }) => {
    const who = demandActor(actor);
    const id = pathId(params, 'application');
    const { guide, application, terms } = await openApplication(db, who, id);
    const program = programUnder(guide, application.line, terms);
    if (program && statementPapersOf(program).has(body.paper)) throw onlyStated(body.paper);
    const upload = await ownUpload(db, who, body.upload);
    const { digest, type } = upload ?? {};
    if (digest === undefined || type === undefined) throw unusableUpload();
    const file = { path: files.pathOf(digest), type };
    const looked = await work({ kind: 'pages', file }, askingOf(request, reply));
    if (looked.kind !== 'pages') throw new Error('pages were to be counted');
    const { counted } = looked;
    if (!counted.ok) throw unreadable(counted.code);
    const { now } = moment();
    const done = await changeOrRefuse<void, Refused>(
      db,
      byActor(who),
      now,
      async (work, record, refuse) => {
        const own = await lockOwnApplication(work, who.organisation.id, id);
        if (!own) return refuse({ fault: new HttpFault(NO_SUCH) });
        if (!isWritable(own.state)) {
          return refuse({ fault: notOpen(own.state) });
        }
        const asked = { upload: body.upload, account: who.account, purpose: 'paper' } as const;
        const used = await consumeUpload(work, asked);
        if (!used.ok) return refuse({ fault: unusableUpload() });
        const there = await papersOf(work, id);
        const same = there.find((one) => one.paper === body.paper && one.digest === digest);
        if (same) return refuse({ fault: alreadyThere(same.name) });
        const to = { application: id, paper: body.paper, account: who.account };
        await addPaper(work, record, to, { ...used.file, pages: counted.pages }, now);
      },
    );
    if (!done.ok) throw done.refused.fault;
    return list(id);
  });

  routes.add(REMOVE, async ({ actor, params }) => {
    const who = demandActor(actor);
    const id = pathId(params, 'application');
    const paper = pathId(params, 'paper');
    const { now } = moment();
    const done = await changeOrRefuse<void, Refused>(
      db,
      byActor(who),
      now,
      async (work, record, refuse) => {
        const own = await lockOwnApplication(work, who.organisation.id, id);
        if (!own) return refuse({ fault: new HttpFault(NO_SUCH) });
        if (!isWritable(own.state)) {
          return refuse({ fault: notOpen(own.state) });
        }
        const from = { application: id, id: paper, account: who.account };
        if (!(await removePaper(work, record, from, now))) {
          return refuse({ fault: new HttpFault(NO_SUCH) });
        }
      },
    );
    if (!done.ok) throw done.refused.fault;
    return list(id);
  });

  routes.add(OPEN, async ({ actor, params, query, reply }) => {
    const who = demandActor(actor);
    const { application } = await openApplication(db, who, pathId(params, 'application'));
    const id = pathId(params, 'paper');
    const paper = (await papersOf(db, application.id)).find((one) => one.id === id);
    if (!paper) throw new HttpFault(NO_SUCH);
    return sendStored(reply, files, paper, query.as ?? 'inline');
  });
}

/** What only the recommender states comes with its own sealed scan. */
function onlyStated(paper: string): HttpFault {
  return badInput([paper], (one) => ({
    path: 'paper',
    code: 'only-stated',
    message: `“${one}”由项目推荐单位出具，请在“推荐单位意见”里申请`,
    messageEn: 'The recommender issues this paper; ask for it in the part for its statements',
  }));
}

const UNREADABLE = {
  encrypted: 'PDF有密码，装订和审核时打不开，请去掉密码再上传',
  broken: 'PDF打不开，可能已经损坏，请重新导出或扫描',
} as const;

/** The same file twice would be bound into the book twice. */
function alreadyThere(name: string): HttpFault {
  return badInput([name], (one) => ({
    path: 'upload',
    code: 'already-there',
    message: `与已交的“${one}”是同一份文件，没有重复列入`,
    messageEn: 'The same file is handed in as this paper already',
  }));
}

/** A paper nobody could read later is said so while it can be mended. */
function unreadable(code: keyof typeof UNREADABLE): HttpFault {
  return badInput([code], (one) => ({
    path: 'upload',
    code: one,
    message: UNREADABLE[one],
    messageEn: `The PDF can not be opened: ${one}`,
  }));
}
