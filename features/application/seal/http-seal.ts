import { askingOf } from '@fuchi/platform-server/answering/asking-of';
import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { pathId } from '@fuchi/platform-server/api/path-id';
import { badInput } from '@fuchi/platform-server/api/read-body';
import type { Work } from '@fuchi/platform-server/database/open-database';
import { CHANGED_MEANWHILE, NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { type Application, lockOwnApplication } from '@fuchi/record-application/application-store';
import {
  addScan,
  assignScanPage,
  printsOfAll,
  removeScan,
  scansOf,
} from '@fuchi/record-application/seal-store';
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
import { unusableUpload } from '../unusable-upload.ts';
import * as contract from './contract.ts';
import { judgeScan } from './judge-scan.ts';
import { lookThrough } from './look-through.ts';
import { notFinalised } from './not-finalised.ts';
import { sealViewOf, versionToSeal } from './seal-view.ts';
import { sealedVersion } from './sealed-version.ts';
import { printPages } from './unsigned-print.ts';

const VIEW: DeskOperation<undefined, undefined, contract.SealView> = {
  id: 'getSeals',
  method: 'GET',
  path: '/api/applications/{application}/seals',
  permission: APPLICANTS,
  says: '查看定稿的盖章情况',
  reply: contract.sealView,
};
const ADD: DeskOperation<undefined, z.infer<typeof contract.addScanBody>, contract.SealView> = {
  id: 'addSealedScan',
  method: 'POST',
  path: '/api/applications/{application}/seals',
  permission: APPLICANTS,
  says: '交入盖章的扫描件，识别每页的码',
  body: contract.addScanBody,
  reply: contract.sealView,
};
const ASSIGN: DeskOperation<undefined, z.infer<typeof contract.assignBody>, contract.SealView> = {
  id: 'assignSealedPage',
  method: 'POST',
  path: '/api/applications/{application}/seals/{scan}/pages',
  permission: APPLICANTS,
  says: '指认扫描件里认不出的一页',
  body: contract.assignBody,
  reply: contract.sealView,
};
const REMOVE: DeskOperation<undefined, undefined, contract.SealView> = {
  id: 'removeSealedScan',
  method: 'DELETE',
  path: '/api/applications/{application}/seals/{scan}',
  permission: APPLICANTS,
  says: '撤下一份盖章的扫描件',
  reply: contract.sealView,
};
const OPEN: DeskOperation<z.infer<typeof contract.scanFileQuery>, undefined, unknown> = {
  id: 'openSealedScan',
  method: 'GET',
  path: '/api/applications/{application}/seals/{scan}/content',
  permission: APPLICANTS,
  says: '打开一份盖章的扫描件',
  query: contract.scanFileQuery,
  reply: z.unknown(),
};

type Refuse = (why: HttpFault) => never;
type Params = Readonly<Record<string, string>>;

/** 盖章: prints come back sealed, page by page, while their version is finalised and not submitted. */
export function sealRoutes(routes: DeskRoutes<Actor>, context: ApplicationContext): void {
  const { db, files, moment, work } = context;
  const opened = (actor: Actor | undefined, params: Params) =>
    openApplication(db, demandActor(actor), pathId(params, 'application'));
  const view = async (actor: Actor | undefined, params: Params) =>
    sealViewOf(db, await opened(actor, params));

  routes.add(VIEW, ({ actor, params }) => view(actor, params));

  routes.add(ADD, async ({ actor, params, body, request, reply }) => {
    const who = demandActor(actor);
    const { application } = await opened(actor, params);
    demandFinalised(application);
    const upload = await ownUpload(db, who, body.upload);
    const { digest, type } = upload ?? {};
    if (upload?.purpose !== 'sealed-scan' || upload.state !== 'whole' || !digest || !type) {
      throw unusableUpload();
    }
    // Its codes match, but nobody signed it. One that is signed electronically has another digest.
    const prints = await printsOfAll(db, application.id);
    if (prints.some((print) => print.digest === digest)) throw unsigned();
    const file = { path: files.pathOf(digest), type };
    const asking = askingOf(request, reply);
    const looked = await lookThrough(work, file, asking);
    if (type === 'pdf') {
      const of = prints.map((print) => ({ ...print, path: files.pathOf(print.digest) }));
      const pages = printPages(looked, application.id, of);
      const part = { path: file.path, pages };
      const done = pages.length > 0 && (await work({ kind: 'unsigned', part }, asking));
      if (done && done.kind === 'unsigned' && done.is) throw unsigned();
    }
    await decided(who, { params }, async (work, record, refuse, own, now) => {
      // Reading took its time: somebody may have reopened it.
      if (own.version !== application.version) refuse(new HttpFault(CHANGED_MEANWHILE));
      const version = await sealedVersion(work, own.id, own.version);
      const { pages, faults } = judgeScan(looked, version);
      if (faults.length > 0) {
        refuse(
          badInput(faults, ({ at, code, message }) => ({
            path: `pages.${at}`,
            code,
            message,
            messageEn: `Page ${at} of the scan: ${code}`,
          })),
        );
      }
      const asked = { upload: body.upload, account: who.account, purpose: 'sealed-scan' } as const;
      const used = await consumeUpload(work, asked);
      if (!used.ok) return refuse(unusableUpload());
      const to = { application: own.id, version: own.version, account: who.account };
      await addScan(work, record, to, { ...used.file, pages, signers: null }, now);
    });
    return view(actor, params);
  });

  routes.add(ASSIGN, async ({ actor, params, body }) => {
    const who = demandActor(actor);
    const id = pathId(params, 'scan');
    await decided(who, { params, scan: id }, async (work, record, refuse, own, now) => {
      const of = { application: own.id, version: own.version };
      const scan = (await scansOf(work, of)).find((one) => one.id === id);
      const page = scan?.pages[body.at - 1];
      // What a code says stands; who sees it otherwise takes the scan back.
      if (!page || page.how === 'code' || page.how === 'signed') return refuse(notAssigned());
      const { prints } = await sealedVersion(work, own.id, own.version);
      const { is } = body;
      if (is && !prints.some(({ kind, pages }) => kind === is.kind && is.page <= pages)) {
        return refuse(noSuchPage());
      }
      const by = { account: who.account, by: who.name, at: now.toISOString() };
      await assignScanPage(work, record, {
        application: own.id,
        scan: id,
        at: body.at,
        is: is ? { how: 'person', ...is, ...by } : { how: 'unread' },
      });
    });
    return view(actor, params);
  });

  routes.add(REMOVE, async ({ actor, params }) => {
    const who = demandActor(actor);
    const id = pathId(params, 'scan');
    await decided(who, { params, scan: id }, async (work, record, refuse, own, now) => {
      const from = { application: own.id, version: own.version, id, account: who.account };
      if (!(await removeScan(work, record, from, now))) refuse(new HttpFault(NO_SUCH));
    });
    return view(actor, params);
  });

  routes.add(OPEN, async ({ actor, params, query, reply }) => {
    const { application } = await opened(actor, params);
    const version = versionToSeal(application);
    const id = pathId(params, 'scan');
    const scans =
      version === undefined ? [] : await scansOf(db, { application: application.id, version });
    const scan = scans.find((one) => one.id === id);
    if (!scan) throw new HttpFault(NO_SUCH);
    return sendStored(reply, files, scan, query.as ?? 'inline');
  });

  /** A change of what came back, of an application that stays finalised meanwhile. */
  async function decided(
    who: Actor,
    of: { readonly params: Params; readonly scan?: string },
    decide: (
      work: Work,
      record: Parameters<typeof addScan>[1],
      refuse: Refuse,
      own: Application,
      now: Date,
    ) => Promise<void>,
  ): Promise<void> {
    const { now } = moment();
    const done = await changeOrRefuse<void, HttpFault>(
      db,
      byActor(who),
      now,
      async (work, record, refuse) => {
        const id = pathId(of.params, 'application');
        const own = await lockOwnApplication(work, who.organisation.id, id);
        if (!own) return refuse(new HttpFault(NO_SUCH));
        const scans = await scansOf(work, { application: own.id, version: own.version });
        if (of.scan !== undefined && !scans.some((scan) => scan.id === of.scan)) {
          return refuse(new HttpFault(NO_SUCH));
        }
        if (own.state !== 'finalised') return refuse(notFinalised());
        await decide(work, record, refuse, own, now);
      },
    );
    if (!done.ok) throw done.refused;
  }
}

function demandFinalised({ state }: Application): void {
  if (state !== 'finalised') throw notFinalised();
}

function unsigned(): HttpFault {
  return badInput(['upload'], (path) => ({
    path,
    code: 'unsigned-print',
    message: '这是系统生成的打印件，还没有签字盖章；请打印、签字盖章后扫描上传',
    messageEn: 'This is the print itself; print, sign and seal it, and hand in the scan',
  }));
}

function notAssigned(): HttpFault {
  return badInput(['at'], (path) => ({
    path,
    code: 'not-unread',
    message: '扫描件里没有这一页，或者它的码已经认出',
    messageEn: 'The scan has no such page, or its code was read',
  }));
}

function noSuchPage(): HttpFault {
  return badInput(['is'], (path) => ({
    path,
    code: 'no-such-page',
    message: '这一版没有这一页',
    messageEn: 'This version has no such page',
  }));
}
