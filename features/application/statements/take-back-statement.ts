import type { Database } from '@fuchi/platform-server/database/open-database';
import type { HttpFault } from '@fuchi/platform-server/http-fault';
import { type Changed, changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { withoutPersonalData } from '@fuchi/record-person/masked';
import { holdStatement, tellApplicants } from './held-statement.ts';
import { tooLate } from './stated-when.ts';
import { STATEMENT_NAMES } from './statement-words.ts';

type Refused = { readonly fault: HttpFault };

interface TakenBack {
  readonly id: string;
  readonly reason: string;
  /** When the request arrived: by it the deadline counts. */
  readonly arrived: Date;
}

/**
 * Takes back what the recommender recorded by mistake: it waits to be recorded again, and counts for nothing until
 * then. Only while it could be recorded anew, so that nobody loses his application by it.
 */
export async function takeBackStatement(
  db: Database,
  actor: Actor,
  { id, reason, arrived }: TakenBack,
  now: Date,
): Promise<Changed<void, Refused>> {
  return changeOrRefuse<void, Refused>(db, byActor(actor), now, async (work, record, refuse) => {
    const held = await holdStatement(work, actor, { id, state: 'given' });
    if ('fault' in held) return refuse(held);
    const late = tooLate(held.open, arrived);
    if (late) return refuse({ fault: late });
    const { kind, application, statedOn, organised, opinion, scan } = held.statement;
    await work
      .updateTable('statement')
      .set({
        state: 'asked',
        stated_on: null,
        organised: null,
        opinion: null,
        scan_digest: null,
        scan_name: null,
        scan_type: null,
        scan_size: null,
        answered_at: null,
        answered_by: null,
      })
      .where('id', '=', id)
      .execute();
    await record({
      subject: { kind: 'application', id: application },
      kind: 'statement-taken-back',
      before: { statement: id, kind, statedOn, organised, opinion, digest: scan?.digest },
      after: { reason },
    });
    const title = `推荐单位收回了${STATEMENT_NAMES[kind]}`;
    const body = `将重新登记：${withoutPersonalData(reason)}`;
    await tellApplicants(work, held, { what: 'taken-back', title, body }, now);
  });
}
