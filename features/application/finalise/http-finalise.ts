import { askingOf } from '@fuchi/platform-server/answering/asking-of';
import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { pathId } from '@fuchi/platform-server/api/path-id';
import { sendFile } from '@fuchi/platform-server/api/send-file';
import { type FaultKind, NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { printsOf } from '@fuchi/record-application/seal-store';
import type { Actor } from '@fuchi/record-person/actor';
import { demandActor } from '@fuchi/record-person/demand-actor';
import * as z from 'zod';
import { APPLICANTS } from '../applicants.ts';
import type { ApplicationContext } from '../application-context.ts';
import { arrivedAt } from '../arrived-at.ts';
import { openApplication } from '../open-application.ts';
import { refusedCommand } from '../refusal.ts';
import { type FinalisedView, finalised, type PrintList, printList } from './contract.ts';
import { finalise } from './finalise.ts';
import { unprintableInput } from './unprintable.ts';

const FINALISE: DeskOperation<undefined, undefined, FinalisedView> = {
  id: 'finaliseApplication',
  method: 'POST',
  path: '/api/applications/{application}/finalise',
  permission: APPLICANTS,
  says: '定稿：冻结内容，生成要签章的文件',
  reply: finalised,
};
const PRINTS: DeskOperation<undefined, undefined, PrintList> = {
  id: 'listPrints',
  method: 'GET',
  path: '/api/applications/{application}/prints',
  permission: APPLICANTS,
  says: '查看定稿后要签章的文件',
  reply: printList,
};
const PRINT: DeskOperation<undefined, undefined, unknown> = {
  id: 'getPrint',
  method: 'GET',
  path: '/api/applications/{application}/prints/{print}',
  permission: APPLICANTS,
  says: '下载一份要签章的文件',
  reply: z.unknown(),
};

const CHANGED: FaultKind = {
  status: 409,
  code: 'changed-meanwhile',
  when: {
    zh: '生成文件时申报又有修改，没有定稿。请检查后重新定稿',
    en: 'The application was changed while it was printed; finalise it again',
  },
};

/** 定稿: the version is frozen, its prints are kept and given out. */
export function finaliseRoutes(routes: DeskRoutes<Actor>, context: ApplicationContext): void {
  const { db, files, moment } = context;
  routes.add(FINALISE, async ({ actor, params, request, reply }) => {
    const who = demandActor(actor);
    const open = await openApplication(db, who, pathId(params, 'application'));
    const { now } = moment();
    const by = { actor: who, arrived: arrivedAt(now, reply), asking: askingOf(request, reply) };
    const done = await finalise(context, open, by, now);
    if (done.ok) return { ...done.value, prints: [...done.value.prints] };
    switch (done.refused.code) {
      case 'none':
        throw new HttpFault(NO_SUCH);
      case 'changed-meanwhile':
        throw new HttpFault(CHANGED);
      case 'unprintable':
        throw unprintableInput(done.refused.said, done.refused.characters);
      default:
        throw refusedCommand(done.refused);
    }
  });

  const kept = async (actor: Actor | undefined, params: Readonly<Record<string, string>>) => {
    const { application } = await openApplication(
      db,
      demandActor(actor),
      pathId(params, 'application'),
    );
    const open = application.state === 'finalised' || application.state === 'submitted';
    return open ? printsOf(db, { application: application.id, version: application.version }) : [];
  };

  routes.add(PRINTS, async ({ actor, params }) =>
    (await kept(actor, params)).map(({ kind, title, pages }) => ({ kind, title, pages })),
  );

  routes.add(PRINT, async ({ actor, params, request, reply }) => {
    const print = (await kept(actor, params)).find(({ kind }) => kind === params['print']);
    if (!print) throw new HttpFault(NO_SUCH);
    return sendFile(request, reply, {
      type: 'application/pdf',
      name: `${print.title}.pdf`,
      content: files.open(print.digest),
    });
  });
}
