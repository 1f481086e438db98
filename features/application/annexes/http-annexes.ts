import { writeDocx } from '@fuchi/documents/docx/docx-writer';
import { askingOf } from '@fuchi/platform-server/answering/asking-of';
import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { pathId } from '@fuchi/platform-server/api/path-id';
import { sendFile } from '@fuchi/platform-server/api/send-file';
import { localDay } from '@fuchi/platform-server/clock/local-day';
import { NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { isWritable } from '@fuchi/record-application/application-workflow';
import { confirmedSaves } from '@fuchi/record-application/contract-confirmed';
import { keepConfirmed } from '@fuchi/record-application/keep-confirmed';
import type { Actor } from '@fuchi/record-person/actor';
import { demandActor } from '@fuchi/record-person/demand-actor';
import * as z from 'zod';
import { APPLICANTS } from '../applicants.ts';
import type { ApplicationContext } from '../application-context.ts';
import { pdfBy } from '../application-work.ts';
import { openApplication } from '../open-application.ts';
import { reportOutline } from '../outline/report-outline.ts';
import { notOpen } from '../refusal.ts';
import { saidContent } from '../said-content.ts';
import { annexesOf } from './annex-content.ts';
import { annexIdentity, annexPaper, annexWorkbook } from './annex-file.ts';
import { annexRefusal, unprintable } from './annex-refusal.ts';
import { cellFaultWords } from './annex-words.ts';
import * as contract from './contract.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const PDF = 'application/pdf';

const LIST: DeskOperation<undefined, undefined, z.infer<typeof contract.annexList>> = {
  id: 'listAnnexes',
  method: 'GET',
  path: '/api/applications/{application}/annexes',
  permission: APPLICANTS,
  says: '查看要由第三方核定的表',
  reply: contract.annexList,
};
const FILE: DeskOperation<z.infer<typeof contract.annexFileQuery>, undefined, unknown> = {
  id: 'getAnnexFile',
  method: 'GET',
  path: '/api/applications/{application}/annexes/{annex}/file',
  permission: APPLICANTS,
  says: '下载一张要由第三方核定的表',
  query: contract.annexFileQuery,
  reply: z.unknown(),
};
const READ: DeskOperation<undefined, undefined, contract.AnnexReading> = {
  id: 'readAnnexFile',
  method: 'POST',
  path: '/api/applications/{application}/annexes/{annex}/reading',
  permission: APPLICANTS,
  says: '读出第三方核定后的表',
  upload: XLSX,
  reply: contract.annexReading,
};
const OUTLINE: DeskOperation<undefined, undefined, unknown> = {
  id: 'getReportOutline',
  method: 'GET',
  path: '/api/applications/{application}/report-outline',
  permission: APPLICANTS,
  says: '下载资金申请报告提纲',
  reply: z.unknown(),
};

/** 附表: printed for a bank or an auditor, and read back; 资金申请报告 as an outline. */
export function annexRoutes(routes: DeskRoutes<Actor>, context: ApplicationContext): void {
  const { db, moment, work } = context;
  const said = async (actor: Actor | undefined, params: Readonly<Record<string, string>>) => {
    const open = await openApplication(db, demandActor(actor), pathId(params, 'application'));
    return { ...open, content: await saidContent(context, open, moment().now) };
  };
  const one = async (actor: Actor | undefined, params: Readonly<Record<string, string>>) => {
    const open = await said(actor, params);
    const number = pathId(params, 'annex');
    const annex = annexesOf(open.content, open.guide).find((a) => String(a.number) === number);
    if (!annex) throw new HttpFault(NO_SUCH);
    return { ...open, annex };
  };

  routes.add(LIST, async ({ actor, params }) => {
    const { content, guide } = await said(actor, params);
    return annexesOf(content, guide).map(({ number, title, paper, issuer, tables }) => ({
      number,
      title,
      paper,
      issuer,
      rows: tables[0]?.rows.length ?? 0,
      addsRows: tables.some((table) => table.addsRows),
    }));
  });

  routes.add(FILE, async ({ actor, params, query, request, reply }) => {
    const { content, guide, annex } = await one(actor, params);
    const name = `${annex.title}.${query.as}`;
    if (query.as === 'xlsx') {
      return sendFile(request, reply, { type: XLSX, name, content: annexWorkbook(content, annex) });
    }
    const paper = annexPaper(content, guide, annex);
    if (query.as === 'docx') {
      return sendFile(request, reply, { type: DOCX, name, content: writeDocx(paper) });
    }
    const written = await pdfBy(work, askingOf(request, reply)).write(paper);
    if (written.kind !== 'pdf') throw unprintable(written.characters);
    return sendFile(request, reply, { type: PDF, name, content: written.bytes });
  });

  routes.add(READ, async ({ actor, params, file, request, reply }) => {
    const { content, guide, annex, application } = await one(actor, params);
    if (!isWritable(application.state)) {
      throw notOpen(application.state);
    }
    const done = await work(
      {
        kind: 'annex',
        annex,
        identity: annexIdentity(content, annex),
        bytes: file,
        units: guide.guide.units,
        regions: guide.guide.regions,
      },
      askingOf(request, reply),
    );
    if (done.kind !== 'annex') throw new Error('a list was to be read');
    if (!done.read.ok) throw annexRefusal(done.read.code, done.read.facts);
    const { saves, rows, added, faults, paper } = done.read;
    const { now } = moment();
    const by = { by: annex.issuer, annex: annex.title, day: localDay(now), paper };
    const confirmed = confirmedSaves(saves, by);
    const closed = await keepConfirmed(db, demandActor(actor), application.id, confirmed, now);
    if (closed !== undefined) throw notOpen(closed);
    return {
      saves: [...saves],
      rows,
      added,
      faults: faults.map((fault) => ({
        sheet: fault.sheet,
        cell: fault.cell,
        ...cellFaultWords(fault),
      })),
    };
  });

  routes.add(OUTLINE, async ({ actor, params, request, reply }) => {
    const { content, guide } = await said(actor, params);
    const name = `资金申请报告提纲（${content.organisation.name}）.docx`;
    const document = reportOutline(content, guide);
    return sendFile(request, reply, { type: DOCX, name, content: writeDocx(document) });
  });
}
