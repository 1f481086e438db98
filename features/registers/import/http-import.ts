import { columnName } from '@fuchi/documents/workbook/cell-reference';
import { askingOf } from '@fuchi/platform-server/answering/asking-of';
import type { Asking } from '@fuchi/platform-server/answering/worker-pool';
import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { pathId } from '@fuchi/platform-server/api/path-id';
import { localDay } from '@fuchi/platform-server/clock/local-day';
import { refusedWorkbook } from '@fuchi/platform-server/workbook/refused-workbook';
import type { CheckedRegister } from '@fuchi/policy/register/checked-register';
import { changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { type KeepRefused, keepVersion } from '@fuchi/record-register/keep-version';
import type { ReadList } from '@fuchi/record-register/read-list';
import { registerChanges } from '@fuchi/record-register/register-changes';
import {
  currentVersion,
  registerVersions,
  rowsOfVersion,
  withdrawVersion,
} from '@fuchi/record-register/register-version-store';
import { type ConsumeRefused, consumeUpload, ownUpload } from '@fuchi/record-upload/upload-store';
import type * as z from 'zod';
import * as contract from '../contract.ts';
import { changesView, none } from '../list/http-list.ts';
import { registerOf } from '../list/register-of.ts';
import { versionView } from '../list/register-view.ts';
import { badPart, noSuch, otherBase } from '../refusal.ts';
import type { RegistersContext } from '../registers-context.ts';
import { IMPORTERS } from '../who.ts';
import { listSentence } from './list-sentence.ts';

type CheckBody = z.infer<typeof contract.checkBody>;
type ImportBody = z.infer<typeof contract.importBody>;
type WithdrawBody = z.infer<typeof contract.withdrawBody>;

const CHECK: DeskOperation<undefined, CheckBody, contract.CheckView> = {
  id: 'checkRegisterFile',
  method: 'POST',
  path: '/api/registers/{register}/checks',
  permission: IMPORTERS,
  says: '核对要导入的名单：错误、存疑和变化',
  body: contract.checkBody,
  reply: contract.checkView,
};
const IMPORT: DeskOperation<undefined, ImportBody, contract.VersionView> = {
  id: 'importRegister',
  method: 'POST',
  path: '/api/registers/{register}/versions',
  permission: IMPORTERS,
  says: '导入名单，成为新的一版',
  body: contract.importBody,
  reply: contract.versionView,
};
const WITHDRAW: DeskOperation<undefined, WithdrawBody, contract.VersionView> = {
  id: 'withdrawRegisterVersion',
  method: 'POST',
  path: '/api/register-versions/{version}/withdrawal',
  permission: IMPORTERS,
  says: '撤回导错的一版名单',
  body: contract.withdrawBody,
  reply: contract.versionView,
};

const ROWS_TOLD = 20;

/** A list is looked at as a whole before it becomes a version; a wrong version is withdrawn. */
export function importRoutes(routes: DeskRoutes<Actor>, context: RegistersContext): void {
  const { db, guide, moment } = context;

  routes.add(CHECK, async ({ params, body, actor, request, reply }) => {
    const register = registerOf(guide, params);
    demandYear(register, body.year);
    const list = await read(context, register, body, actor, askingOf(request, reply));
    const which = { register: register.id, year: body.year };
    const base = await currentVersion(db, which);
    const before = base ? rowsOfVersion(db, base.id) : none();
    const changes = list.missing.length === 0 ? await registerChanges(list.rows, before) : null;
    return {
      ...checkView(list),
      base: base ? versionView(base, [base]) : null,
      changes: changes && changesView(changes),
    };
  });

  routes.add(IMPORT, async ({ params, body, actor, request, reply }) => {
    if (!actor) throw noSuch();
    const register = registerOf(guide, params);
    const { now } = moment();
    demandYear(register, body.year);
    if (body.asOf > localDay(now)) {
      throw badPart('asOf', 'future', '截至日期不能晚于今天', 'It can’t be as of a later day');
    }
    const list = await read(context, register, body, actor, askingOf(request, reply));
    const doubtful = new Set(list.doubts['check-digit']);
    const rows = body.vouched ? list.rows : list.rows.filter(({ row }) => !doubtful.has(row));
    demandDecided(list, body, rows.length);
    const done = await changeOrRefuse<string, KeepRefused | ConsumeRefused>(
      db,
      byActor(actor),
      now,
      async (work, record, refuse) => {
        const asked = { upload: body.upload, account: actor.account, purpose: 'register' } as const;
        const used = await consumeUpload(work, asked);
        if (!used.ok) return refuse(used.refused);
        const { year, source, asOf, base } = body;
        const version = {
          register: register.id,
          year,
          source,
          asOf,
          file: { name: used.file.name, digest: used.file.digest },
          rows,
          leftOut: list.faultyRows + list.rows.length - rows.length,
          vouched: body.vouched ? doubtful.size : 0,
          base,
        };
        const kept = await keepVersion(work, record, version, actor.account, now);
        return 'refused' in kept ? refuse(kept.refused) : kept.id;
      },
    );
    if (done.ok) return seen(context, done.value);
    throw done.refused.code === 'other-base' ? otherBase() : badUpload();
  });

  routes.add(WITHDRAW, async ({ params, body, actor }) => {
    if (!actor) throw noSuch();
    const id = pathId(params, 'version');
    const { now } = moment();
    const done = await changeOrRefuse<void, 'none'>(
      db,
      byActor(actor),
      now,
      async (work, record, refuse) => {
        const which = { id, because: body.because };
        if (!(await withdrawVersion(work, record, which, now))) refuse('none');
      },
    );
    if (!done.ok) throw noSuch();
    return seen(context, id);
  });
}

/** Reads the uploaded file in a thread. */
async function read(
  { db, files, readList }: RegistersContext,
  register: CheckedRegister,
  { upload, places }: CheckBody,
  actor: Actor | undefined,
  asking: Asking,
): Promise<ReadList> {
  const sent = actor && (await ownUpload(db, actor, upload));
  if (sent?.state === 'used') {
    const zh = '这个文件已经导入过，要再导入请重新上传';
    throw badPart('upload', 'used-already', zh, 'The file was imported already');
  }
  const ready = sent?.purpose === 'register' && sent.state === 'whole';
  if (!ready || sent.digest === undefined) throw badUpload();
  const strange = Object.keys(places ?? {}).some(
    (id) => !register.columns.some(({ spec }) => spec.id === id),
  );
  if (strange) throw badPart('places', 'no-column', '没有这一列', 'There is no such column');
  const told = await readList(
    { path: files.pathOf(sent.digest), register: register.id, places },
    asking,
  );
  if (!told.ok) throw refusedWorkbook(told.code);
  return told.list;
}

function demandYear(register: CheckedRegister, year: string): void {
  if (register.yearly && year === '') {
    throw badPart('year', 'missing', '请写明是哪一年度的名单', 'Which year’s list is it?');
  }
  if (!register.yearly && year !== '') {
    throw badPart('year', 'unwanted', '这个名单不分年度', 'The list isn’t yearly');
  }
}

/** What is wrong or doubtful was decided on by the person who imports; nothing is left out in silence. */
function demandDecided(list: ReadList, body: ImportBody, kept: number): void {
  if (list.missing.length > 0) {
    const zh = `缺少必需的列：${list.missing.join('、')}`;
    throw badPart('places', 'missing-columns', zh, 'Columns are missing');
  }
  const faulty = list.faultyRows + list.rows.length - kept;
  if (faulty > 0 && !body.leaveOut) {
    const zh = `有${faulty}行不能导入：改正后重新上传，或者选择不导入这些行`;
    throw badPart('leaveOut', 'faulty-rows', zh, 'Some rows have faults');
  }
  if (kept === 0) throw badPart('upload', 'no-rows', '没有可以导入的行', 'There is no good row');
}

function badUpload() {
  return badPart('upload', 'no-upload', '请先上传名单文件', 'Upload the file first');
}

async function seen({ db }: RegistersContext, id: string): Promise<contract.VersionView> {
  const versions = await registerVersions(db);
  const version = versions.find((one) => one.id === id);
  if (!version) throw noSuch();
  return versionView(version, versions);
}

function checkView(list: ReadList): Omit<contract.CheckView, 'base' | 'changes'> {
  const doubt = (rows: readonly number[]) => ({
    count: rows.length,
    rows: rows.slice(0, ROWS_TOLD),
  });
  return {
    headingRow: list.headingRow,
    headings: list.headings.map((heading) => ({ ...heading, letter: columnName(heading.at) })),
    places: { ...list.places },
    missing: [...list.missing],
    good: list.rows.length,
    faultyRows: list.faultyRows,
    faults: list.faults.map(({ row, at, column, code, facts }) => ({
      cell: at === 0 ? `第${row}行` : `${columnName(at)}${row}`,
      row,
      column,
      ...listSentence(code, facts),
    })),
    checkDigit: doubt(list.doubts['check-digit']),
    noCode: doubt(list.doubts['no-code']),
  };
}
