import { badInput } from '@fuchi/platform-server/api/read-body';
import type { Database } from '@fuchi/platform-server/database/open-database';
import type { HttpFault } from '@fuchi/platform-server/http-fault';
import { type Changed, changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { withoutPersonalData } from '@fuchi/record-person/masked';
import { consumeUpload } from '@fuchi/record-upload/upload-store';
import type { Regions } from '@fuchi/values/region';
import { saidApplication } from '../said-content.ts';
import { unusableUpload } from '../unusable-upload.ts';
import { againstTold } from './against-told.ts';
import type { RecordBody } from './contract.ts';
import { holdStatement, tellApplicants } from './held-statement.ts';
import { tooLate, wrongDay } from './stated-when.ts';
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
    const held = await holdStatement(work, actor, { id, state: 'asked' });
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
    const title = `${STATEMENT_NAMES[kind]}已出具`;
    await tellApplicants(
      work,
      held,
      { what: 'given', title, body: `已出具，日期${statedOn}。` },
      now,
    );
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
    const held = await holdStatement(work, actor, { id, state: 'asked' });
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
    const title = `推荐单位未同意出具${STATEMENT_NAMES[statement.kind]}`;
    const body = `未同意出具：${withoutPersonalData(reason)}`;
    await tellApplicants(work, held, { what: 'declined', title, body }, now);
  });
}

function unsaid(): HttpFault {
  return badInput(['organised'], (path) => ({
    path,
    code: 'unsaid',
    message: '请说明验收是否由本单位组织',
    messageEn: 'Say whether the unit itself carried the acceptance out',
  }));
}
