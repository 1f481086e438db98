import { listXlsx } from '@fuchi/documents/list/list-xlsx';
import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { pathId } from '@fuchi/platform-server/api/path-id';
import { sendFile } from '@fuchi/platform-server/api/send-file';
import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { Actor } from '@fuchi/record-person/actor';
import { listTemplate } from '@fuchi/record-register/list-template';
import { type ComparedRow, registerChanges } from '@fuchi/record-register/register-changes';
import { searchEntries } from '@fuchi/record-register/register-entry-store';
import type { RegisterVersion } from '@fuchi/record-register/register-version';
import {
  currentVersion,
  registerVersions,
  rowsOfVersion,
  versionById,
} from '@fuchi/record-register/register-version-store';
import * as z from 'zod';
import * as contract from '../contract.ts';
import { noSuch } from '../refusal.ts';
import type { RegistersContext } from '../registers-context.ts';
import { LOOKERS, mayImport } from '../who.ts';
import { registerOf } from './register-of.ts';
import { columnViews, entryView, registerCard, versionView } from './register-view.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PAGE = 50;

const LIST: DeskOperation<undefined, undefined, contract.RegisterList> = {
  id: 'listRegisters',
  method: 'GET',
  path: '/api/registers',
  permission: LOOKERS,
  says: '查看有哪些名单，各是哪一版',
  reply: contract.registerList,
};
const SEE: DeskOperation<undefined, undefined, contract.RegisterView> = {
  id: 'getRegister',
  method: 'GET',
  path: '/api/registers/{register}',
  permission: LOOKERS,
  says: '查看一个名单的列和历次导入',
  reply: contract.registerView,
};
const ENTRIES: DeskOperation<
  z.infer<typeof contract.entriesQuery>,
  undefined,
  contract.EntriesView
> = {
  id: 'searchRegister',
  method: 'GET',
  path: '/api/registers/{register}/entries',
  permission: LOOKERS,
  says: '按代码或名称查找名单的行',
  query: contract.entriesQuery,
  reply: contract.entriesView,
};
const TEMPLATE: DeskOperation<undefined, undefined, unknown> = {
  id: 'getRegisterTemplate',
  method: 'GET',
  path: '/api/registers/{register}/template',
  permission: LOOKERS,
  says: '下载名单的模板',
  reply: z.unknown(),
};
const FILE: DeskOperation<undefined, undefined, unknown> = {
  id: 'getRegisterFile',
  method: 'GET',
  path: '/api/register-versions/{version}/file',
  permission: LOOKERS,
  says: '下载导入的原文件',
  reply: z.unknown(),
};
const CHANGES: DeskOperation<undefined, undefined, contract.ChangesView> = {
  id: 'getRegisterChanges',
  method: 'GET',
  path: '/api/register-versions/{version}/changes',
  permission: LOOKERS,
  says: '查看一版名单比上一版有哪些变化',
  reply: contract.changesView,
};

/** Which lists there are, their versions, rows and files. */
export function listRoutes(routes: DeskRoutes<Actor>, context: RegistersContext): void {
  const { db, guide, files, moment } = context;
  const today = () => localDay(moment().now);

  routes.add(LIST, async ({ actor }) => {
    const versions = await registerVersions(db);
    return {
      registers: guide.registers.map((register) => registerCard(register, versions, today())),
      mayImport: mayImport(actor?.role),
    };
  });

  routes.add(SEE, async ({ params, actor }) => {
    const register = registerOf(guide, params);
    const versions = await registerVersions(db, register.id);
    return {
      ...registerCard(register, versions, today()),
      columns: columnViews(register),
      versions: versions.map((version) => versionView(version, versions)),
      mayImport: mayImport(actor?.role),
      today: today(),
    };
  });

  routes.add(ENTRIES, async ({ params, query }) => {
    const register = registerOf(guide, params);
    const which = { register: register.id, year: query.year ?? '' };
    const version = await currentVersion(db, which);
    if (!version) return { total: 0, entries: [] };
    const asked = {
      version: version.id,
      text: query.text ?? '',
      from: query.from ?? 0,
      most: PAGE,
    };
    const { total, entries } = await searchEntries(db, asked);
    return { total, entries: entries.map(entryView) };
  });

  routes.add(TEMPLATE, async ({ params, request, reply }) => {
    const register = registerOf(guide, params);
    const content = listXlsx(listTemplate(register));
    return sendFile(request, reply, { type: XLSX, name: `${register.title}模板.xlsx`, content });
  });

  routes.add(FILE, async ({ params, request, reply }) => {
    const { file } = await versionOf(context, params);
    if (!(await files.has(file.digest))) throw new Error(`no file ${file.digest}`);
    const content = files.open(file.digest);
    return sendFile(request, reply, { type: XLSX, name: file.name, content });
  });

  routes.add(CHANGES, async ({ params }) => {
    const version = await versionOf(context, params);
    const before = await currentVersion(db, version, version.number);
    const rows: ComparedRow[] = [];
    for await (const piece of rowsOfVersion(db, version.id)) rows.push(...piece);
    const changes = await registerChanges(rows, before ? rowsOfVersion(db, before.id) : none());
    return changesView(changes);
  });
}

async function versionOf(
  { db }: RegistersContext,
  params: Readonly<Record<string, string>>,
): Promise<RegisterVersion> {
  const version = await versionById(db, pathId(params, 'version'));
  if (!version) throw noSuch();
  return version;
}

/** Compared with nothing. */
export async function* none(): AsyncGenerator<readonly ComparedRow[]> {
  // A list without an earlier version has only what was added.
}

export function changesView(
  changes: Awaited<ReturnType<typeof registerChanges>>,
): contract.ChangesView {
  return {
    ...changes,
    first: changes.first.map((change) => ({ ...change, columns: [...change.columns] })),
  };
}
