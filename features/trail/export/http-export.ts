import { listXlsx } from '@fuchi/documents/list/list-xlsx';
import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { sendFile } from '@fuchi/platform-server/api/send-file';
import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { FaultKind } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { change } from '@fuchi/record-event/change';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { demandActor } from '@fuchi/record-person/demand-actor';
import * as z from 'zod';
import * as contract from '../contract.ts';
import { eventView } from '../read/event-view.ts';
import { READERS } from '../read/http-trail.ts';
import { subjectNames } from '../read/subject-names-store.ts';
import { isMoreThan, searchTrail } from '../read/trail-store.ts';
import type { TrailContext } from '../trail-context.ts';
import { lineNames } from '../words/line-names.ts';
import { trailTable } from './trail-table.ts';

const MOST = 20_000;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const TOO_MANY_ROWS: FaultKind = {
  status: 422,
  code: 'too-many-rows',
  when: {
    zh: `符合条件的超过${MOST}条，请缩小范围再导出`,
    en: `More than ${MOST} events fit; narrow the search`,
  },
};

const FILE: DeskOperation<contract.TrailFilter, undefined, unknown> = {
  id: 'exportTrail',
  method: 'GET',
  path: '/api/trail/file',
  permission: READERS,
  says: '导出操作记录',
  query: contract.trailFileQuery,
  reply: z.unknown(),
};

/** What a search found, taken along. That it was is an event. */
export function exportRoutes(routes: DeskRoutes<Actor>, { db, moment, guide }: TrailContext): void {
  routes.add(FILE, async ({ actor: asking, query, request, reply }) => {
    const actor = demandActor(asking);
    const { now } = moment();
    if (await isMoreThan(db, query, MOST)) throw new HttpFault(TOO_MANY_ROWS);
    const rows = await searchTrail(db, query, MOST);
    const names = { subjects: await subjectNames(db, rows), lines: lineNames(guide) };
    const events = rows.map((row) => eventView(row, actor, names));
    await change(db, byActor(actor), now, (_work, record) =>
      record({
        subject: { kind: 'system', id: 'trail' },
        kind: 'trail-exported',
        after: { rows: events.length, ...query },
      }),
    );
    return sendFile(request, reply, {
      type: XLSX,
      name: `操作记录-${localDay(now)}.xlsx`,
      content: listXlsx(trailTable(events)),
    });
  });
}
