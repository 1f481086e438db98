import { badInput } from '@fuchi/platform-server/api/read-body';
import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { Database } from '@fuchi/platform-server/database/open-database';
import { NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { lockOwnApplication } from '@fuchi/record-application/application-store';
import { isWritable } from '@fuchi/record-application/application-workflow';
import type { StatementKind } from '@fuchi/record-application/contract-statement';
import { type Changed, changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import { peopleOf, tell } from '@fuchi/record-notice/tell';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { findingsNow } from '../findings-now.ts';
import { withRound } from '../open-application.ts';
import { NOT_NOW, notOpen, refusedCommand } from '../refusal.ts';
import { kindsAsked } from './kinds-asked.ts';
import { RECOMMENDERS } from './recommenders.ts';
import { lockedStatement, statementsOf } from './statement-store.ts';
import { STATEMENT_NAMES } from './statement-words.ts';

type Refused = { readonly fault: HttpFault };

interface Asked {
  readonly application: string;
  readonly kind: StatementKind;
  readonly says: string;
}

/** Asks the recommender whom the draft names for a statement: once as long as it waits or stands. */
export async function askStatement(
  db: Database,
  actor: Actor,
  { application, kind, says }: Asked,
  now: Date,
): Promise<Changed<void, Refused>> {
  return changeOrRefuse<void, Refused>(db, byActor(actor), now, async (work, record, refuse) => {
    const own = await lockOwnApplication(work, actor.organisation.id, application);
    if (!own) return refuse({ fault: new HttpFault(NO_SUCH) });
    if (!isWritable(own.state)) {
      return refuse({ fault: notOpen(own.state) });
    }
    const open = await withRound(work, own);
    const facts = findingsNow(open, now)['in-time'];
    if (facts) {
      return refuse({ fault: refusedCommand({ code: 'guard', guard: 'in-time', facts }) });
    }
    if (!kindsAsked(open.guide, own.line, open.terms).includes(kind)) {
      return refuse({
        fault: notNow('本类别不需要这份意见', 'The line asks for no such statement'),
      });
    }
    const { recommender } = own;
    if (recommender === null) {
      return refuse({
        fault: notNow('请先在“项目”里选定项目推荐单位', 'No recommender is chosen'),
      });
    }
    if (own.title === '') {
      return refuse({ fault: notNow('请先在“项目”里填写项目名称', 'The project has no name') });
    }
    if (kind === 'not-needed' && says === '') return refuse({ fault: unsaid() });
    const standing = (await statementsOf(work, application)).find(
      (one) =>
        one.kind === kind &&
        one.recommender === recommender &&
        (one.state === 'asked' || one.state === 'given'),
    );
    if (standing) {
      return refuse({ fault: notNow('已经申请过这份意见', 'It has been asked for already') });
    }
    const { id } = await work
      .insertInto('statement')
      .values({
        application_id: application,
        kind,
        recommender_id: recommender,
        asked_at: now,
        asked_by: actor.account,
        asked_for: says,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await record({
      subject: { kind: 'application', id: application },
      kind: 'statement-asked',
      after: { statement: id, kind, recommender, ...(says !== '' && { reason: says }) },
    });
    await tell(
      work,
      await peopleOf(work, recommender, RECOMMENDERS, localDay(now)),
      {
        kind: 'statement-asked',
        title: `有单位申请${STATEMENT_NAMES[kind]}`,
        body: `${open.organisation.name}为“${own.title}”申请${STATEMENT_NAMES[kind]}。`,
        leadsTo: '/statements',
        about: `statement-${id}/asked`,
        urgent: false,
      },
      now,
    );
  });
}

/** Takes back what was asked for, or what was stated, so that it can be asked for anew; only while the draft is open. */
export async function withdrawStatement(
  db: Database,
  actor: Actor,
  { application, statement: id }: { readonly application: string; readonly statement: string },
  now: Date,
): Promise<Changed<void, Refused>> {
  return changeOrRefuse<void, Refused>(db, byActor(actor), now, async (work, record, refuse) => {
    const own = await lockOwnApplication(work, actor.organisation.id, application);
    const statement = own && (await lockedStatement(work, application, id));
    if (!own || !statement) return refuse({ fault: new HttpFault(NO_SUCH) });
    if (!isWritable(own.state)) {
      return refuse({ fault: notOpen(own.state) });
    }
    const { kind, state } = statement;
    if (state !== 'asked' && state !== 'given') {
      return refuse({ fault: notNow('这份申请已经办结', 'It is settled already') });
    }
    await work.updateTable('statement').set({ state: 'withdrawn' }).where('id', '=', id).execute();
    await record({
      subject: { kind: 'application', id: application },
      kind: 'statement-withdrawn',
      before: { statement: id, kind, state },
    });
    const name = STATEMENT_NAMES[kind];
    await tell(
      work,
      await peopleOf(work, statement.recommender, RECOMMENDERS, localDay(now)),
      {
        kind: 'statement-withdrawn',
        title: `有单位撤回了${name}`,
        body: `${statement.organisationName}为“${own.title || '未命名项目'}”${
          state === 'given'
            ? `撤回了已出具的${name}，不再作数。`
            : `申请的${name}已撤回，不用再办。`
        }`,
        leadsTo: '/statements',
        about: `statement-${id}/withdrawn`,
        urgent: false,
      },
      now,
    );
  });
}

/** Whoever is to say that something isn't needed must know what. */
function unsaid(): HttpFault {
  return badInput(['says'], (path) => ({
    path,
    code: 'unsaid',
    message: '请写明哪些手续无需办理，为什么',
    messageEn: 'Say which procedures are not needed, and why',
  }));
}

function notNow(zh: string, en: string): HttpFault {
  return new HttpFault(NOT_NOW, { zh, en });
}
