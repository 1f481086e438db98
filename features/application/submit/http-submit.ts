import { askingOf } from '@fuchi/platform-server/answering/asking-of';
import type { DeskOperation } from '@fuchi/platform-server/api/desk-operation';
import type { DeskRoutes } from '@fuchi/platform-server/api/desk-routes';
import { pathId } from '@fuchi/platform-server/api/path-id';
import { sendFile } from '@fuchi/platform-server/api/send-file';
import { NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { APPLICATION } from '@fuchi/record-application/application-workflow';
import type { Actor } from '@fuchi/record-person/actor';
import { demandActor } from '@fuchi/record-person/demand-actor';
import { deadlineText } from '@fuchi/ui/moment-text';
import * as z from 'zod';
import { unprintable } from '../annexes/annex-refusal.ts';
import { APPLICANTS } from '../applicants.ts';
import type { ApplicationContext } from '../application-context.ts';
import { pdfBy } from '../application-work.ts';
import { arrivedAt } from '../arrived-at.ts';
import { openApplication } from '../open-application.ts';
import { NOT_IN_TIME, NOT_NOW, refusedCommand } from '../refusal.ts';
import { type ReceiptView, receiptList, receiptView, submitBody } from './contract.ts';
import { keepLate } from './late.ts';
import { receiptDocument } from './receipt-document.ts';
import { receiptsOf } from './receipt-store.ts';
import { submit } from './submit.ts';

const SUBMIT: DeskOperation<undefined, z.infer<typeof submitBody>, ReceiptView> = {
  id: 'submitApplication',
  method: 'POST',
  path: '/api/applications/{application}/submit',
  permission: APPLICATION.commands.submit.by,
  says: '提交申报，取得回执',
  body: submitBody,
  reply: receiptView,
};
const RECEIPTS: DeskOperation<undefined, undefined, ReceiptView[]> = {
  id: 'listReceipts',
  method: 'GET',
  path: '/api/applications/{application}/receipts',
  permission: APPLICANTS,
  says: '查看申报的回执',
  reply: receiptList,
};
const RECEIPT: DeskOperation<undefined, undefined, unknown> = {
  id: 'getReceipt',
  method: 'GET',
  path: '/api/applications/{application}/receipt',
  permission: APPLICANTS,
  says: '下载最近一次提交的回执',
  reply: z.unknown(),
};

/** 提交: received once, with a receipt; too late it is refused, and kept that it came. */
export function submitRoutes(routes: DeskRoutes<Actor>, context: ApplicationContext): void {
  const { db, moment, work } = context;
  routes.add(SUBMIT, async ({ actor, params, body, reply }) => {
    const who = demandActor(actor);
    const { now } = moment();
    const asked = {
      id: pathId(params, 'application'),
      key: body.key,
      arrived: arrivedAt(now, reply),
    };
    const done = await submit(context, who, asked, now);
    if (done.ok) return done.value;
    switch (done.refused.code) {
      case 'received':
        return done.refused.receipt;
      case 'none':
        throw new HttpFault(NO_SUCH);
      case 'late':
        await keepLate(db, who, { ...asked, ...done.refused }, now);
        throw tooLate(asked.arrived, done.refused.deadline);
      default:
        throw refusedCommand(done.refused);
    }
  });

  routes.add(RECEIPTS, async ({ actor, params }) => {
    const { application } = await openApplication(
      db,
      demandActor(actor),
      pathId(params, 'application'),
    );
    return [...(await receiptsOf(db, application.id))];
  });

  routes.add(RECEIPT, async ({ actor, params, request, reply }) => {
    const { application } = await openApplication(
      db,
      demandActor(actor),
      pathId(params, 'application'),
    );
    const [receipt] = await receiptsOf(db, application.id);
    if (!receipt) throw new HttpFault(NOT_NOW, NO_RECEIPT);
    const written = await pdfBy(work, askingOf(request, reply)).write(receiptDocument(receipt));
    if (written.kind !== 'pdf') throw unprintable(written.characters);
    const name = `申报回执（${receipt.number}）.pdf`;
    return sendFile(request, reply, { type: 'application/pdf', name, content: written.bytes });
  });
}

const NO_RECEIPT = { zh: '还没有提交，没有回执', en: 'Not submitted yet: there is no receipt' };

function tooLate(came: Date, deadline: Date): HttpFault {
  const at = SECONDS.format(came);
  const until = deadlineText(deadline.toISOString());
  return new HttpFault(NOT_IN_TIME, {
    zh: `没有收下：提交于${at}到达，申报已于${until}截止`,
    en: `Not received: it came at ${at}, the deadline was ${until}`,
  });
}

/** To the second: the deadline and what came a moment later are told apart. */
const SECONDS = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});
