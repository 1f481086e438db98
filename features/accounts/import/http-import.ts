import { listXlsx } from '@fuchi/documents/list/list-xlsx';
import { openWorkbook } from '@fuchi/documents/workbook/open-workbook';
import { RefusedFile } from '@fuchi/documents/workbook/refused-file';
import { tableRows } from '@fuchi/documents/workbook/table-rows';
import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { sendFile } from '@fuchi/platform-server/api/send-file';
import { refusedWorkbook } from '@fuchi/platform-server/workbook/refused-workbook';
import { changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { demandActor } from '@fuchi/record-person/demand-actor';
import * as z from 'zod';
import type { AccountsContext } from '../accounts-context.ts';
import * as contract from '../contract-unit.ts';
import { importUnits, previewImport } from './import-units.ts';
import { TEMPLATE_HEADS } from './judge-rows.ts';

const ONLY = ['system-admin'] as const;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const LONGEST_CELL = 300;

const TEMPLATE: DeskOperation<undefined, undefined, unknown> = {
  id: 'getRecommenderTemplate',
  method: 'GET',
  path: '/api/accounts/recommenders/template',
  permission: ONLY,
  says: '下载推荐单位导入模板',
  reply: z.unknown(),
};
const READ: DeskOperation<undefined, undefined, z.infer<typeof contract.sheetRows>> = {
  id: 'readRecommenderSheet',
  method: 'POST',
  path: '/api/accounts/recommenders/sheet',
  permission: ONLY,
  says: '读出推荐单位的 Excel 文件',
  upload: XLSX,
  reply: contract.sheetRows,
};
const IMPORT: DeskOperation<undefined, contract.ImportBody, contract.ImportView> = {
  id: 'importRecommenders',
  method: 'POST',
  path: '/api/accounts/recommenders/import',
  permission: ONLY,
  says: '导入推荐单位',
  body: contract.importBody,
  reply: contract.importView,
};

/** Recommenders of a whole province at once, from a spreadsheet or pasted from one. */
export function importRoutes(routes: DeskRoutes<Actor>, context: AccountsContext): void {
  const { db, moment, regions } = context;

  routes.add(TEMPLATE, async ({ request, reply }) =>
    sendFile(request, reply, {
      type: XLSX,
      name: '推荐单位导入模板.xlsx',
      content: listXlsx({
        title: '推荐单位',
        columns: TEMPLATE_HEADS.map((title, i) => ({ title, width: WIDTHS[i] ?? 20 })),
        rows: [],
      }),
    }),
  );

  routes.add(READ, async ({ file }) => ({ rows: sheetTexts(file) }));

  routes.add(IMPORT, async ({ actor, body }) => {
    if (!body.carryOut) return previewImport(db, body.rows, regions);
    const { now } = moment();
    const done = await changeOrRefuse<contract.ImportView, contract.ImportView>(
      db,
      byActor(demandActor(actor)),
      now,
      (work, record, refuse) => importUnits(work, record, body.rows, { regions, now, refuse }),
    );
    return done.ok ? done.value : done.refused;
  });
}

const WIDTHS = [40, 12, 10, 22, 40];

/** The sheet as texts, its empty rows too: a fault is told by the row the sheet shows. */
function sheetTexts(file: Buffer): string[][] {
  try {
    const rows: string[][] = [];
    for (const { row, cells } of tableRows(openWorkbook(file))) {
      if (row > contract.MOST_IMPORTED) throw new RefusedFile('file-too-many-rows');
      while (rows.length < row) rows.push([]);
      rows[row - 1] = Array.from({ length: contract.MOST_CELLS }, (_, column) =>
        (cells.get(column)?.text ?? '').slice(0, LONGEST_CELL),
      );
    }
    return rows;
  } catch (error) {
    if (error instanceof RefusedFile) throw refusedWorkbook(error.code);
    throw error;
  }
}
