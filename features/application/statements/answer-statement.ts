import { badInput } from '@fuchi/platform-server/api/read-body';
import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { lockOwnApplication } from '@fuchi/record-application/application-store';
import { isWritable } from '@fuchi/record-application/application-workflow';
import { type Changed, changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import { peopleOf, tell } from '@fuchi/record-notice/tell';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { withoutPersonalData } from '@fuchi/record-person/masked';
import { consumeUpload } from '@fuchi/record-upload/upload-store';
import type { Regions } from '@fuchi/values/region';
import { APPLICANTS } from '../applicants.ts';
import { type OpenApplication, withRound } from '../open-application.ts';
import { NOT_NOW, notOpen } from '../refusal.ts';
import { saidApplication } from '../said-content.ts';
import { unusableUpload } from '../unusable-upload.ts';
import { againstTold } from './against-told.ts';
import type { RecordBody } from './contract.ts';
import { tooLate, wrongDay } from './stated-when.ts';
import { type Statement, statementFor } from './statement-store.ts';
import { STATEMENT_NAMES } from './statement-words.ts';

type Refused = { readonly fault: HttpFault };

interface Answered {
  readonly id: string;
  /** When the request arrived: by it the deadline counts. */
  readonly arrived: Date;
}

/** Records what a recommender states, with its date and sealed scan; the facts follow from it at once. */
export async function recordStatement(
  { db, regions }: { readonly db: Database; readonly regions: Regions },
  actor: Actor,
  { id, arrived, ...said }: Answered & RecordBody,
  now: Date,
): Promise<Changed<void, Refused>> {
  return changeOrRefuse<void, Refused>(db, byActor(actor), now, async (work, record, refuse) => {
    const held = await hold(work, actor, id);
    if ('fault' in held) return refuse(held);
    const { statement, open } = held;
    const { kind } = statement;
    const { statedOn, opinion } = said;
    const late = tooLate(open, arrived) ?? wrongDay(open, { kind, statedOn }, now);
    if (late) return refuse({ fault: late });
    if (kind === 'acceptance' && said.organised === null) return refuse({ fault: unsaid() });
    const organised = kind === 'acceptance' ? said.organised : null;
    const asked = { upload: said.scan, account: actor.account, purpose: 'statement' } as const;
    const used = await consumeUpload(work, asked);
    if (!used.ok) return refuse({ fault: unusableUpload('scan') });
    const { digest, name, type, size } = used.file;
    await work
      .updateTable('statement')
      .set({
        state: 'given',
        stated_on: statedOn,
        organised,
        opinion,
        scan_digest: digest,
        scan_name: name,
        scan_type: type,
        scan_size: String(size),
        answered_at: now,
        answered_by: actor.account,
      })
      .where('id', '=', id)
      .execute();
    // With what it states in place: a day before the project was finished would leave the application open for good.
    const against = againstTold(await saidApplication({ db: work, regions }, open, now), kind);
    if (against) return refuse({ fault: against });
    await record({
      subject: { kind: 'application', id: statement.application },
      kind: 'statement-given',
      after: { statement: id, kind, statedOn, organised, opinion, digest, name },
    });
    await tellApplicant(work, held, `${statement.recommenderName}已出具，日期${statedOn}。`, now);
  });
}

/** Says no, and why. The applicant may ask again. */
export async function declineStatement(
  db: Database,
  actor: Actor,
  { id, reason }: { readonly id: string; readonly reason: string },
  now: Date,
): Promise<Changed<void, Refused>> {
  return changeOrRefuse<void, Refused>(db, byActor(actor), now, async (work, record, refuse) => {
    const held = await hold(work, actor, id);
    if ('fault' in held) return refuse(held);
    const { statement } = held;
    await work
      .updateTable('statement')
      .set({ state: 'declined', opinion: reason, answered_at: now, answered_by: actor.account })
      .where('id', '=', id)
      .execute();
    await record({
      subject: { kind: 'application', id: statement.application },
      kind: 'statement-declined',
      after: { statement: id, kind: statement.kind, reason },
    });
    const told = `${statement.recommenderName}未同意出具：${withoutPersonalData(reason)}`;
    await tellApplicant(work, held, told, now);
  });
}

interface Held {
  readonly statement: Statement;
  readonly open: OpenApplication;
}

/** One that waits, of an application whose draft is open and stays so until the transaction ends. */
async function hold(work: Work, actor: Actor, id: string): Promise<Held | Refused> {
  const seen = await statementFor(work, actor, id);
  if (!seen) return { fault: new HttpFault(NO_SUCH) };
  const application = await lockOwnApplication(work, seen.organisation, seen.application);
  // Read anew: it may have been taken back, or sent elsewhere, before the lock was there.
  const statement = await statementFor(work, actor, id);
  if (!application || !statement) return { fault: new HttpFault(NO_SUCH) };
  if (statement.state !== 'asked') {
    const zh = '这份申请已经办结';
    return { fault: new HttpFault(NOT_NOW, { zh, en: 'It is settled already' }) };
  }
  if (!isWritable(application.state)) {
    return { fault: notOpen(application.state) };
  }
  return { statement, open: await withRound(work, application) };
}

async function tellApplicant(
  work: Work,
  { statement, open }: Held,
  body: string,
  now: Date,
): Promise<void> {
  const { application } = open;
  await tell(
    work,
    await peopleOf(work, application.organisation, APPLICANTS, localDay(now)),
    {
      kind: 'statement',
      title: `推荐单位答复了申请的${STATEMENT_NAMES[statement.kind]}`,
      body,
      leadsTo: `/applications/${application.id}/statements`,
      about: `statement-${statement.id}`,
      urgent: true,
    },
    now,
  );
}

function unsaid(): HttpFault {
  return badInput(['organised'], (path) => ({
    path,
    code: 'unsaid',
    message: '请说明验收是否由本单位组织',
    messageEn: 'Say whether the unit itself carried the acceptance out',
  }));
}
