import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import {
  type Application,
  lockApplicationFor,
  lockOwnApplication,
} from '@fuchi/record-application/application-store';
import {
  APPLICATION,
  type ApplicationGuard,
  type ApplicationState,
  isWritable,
} from '@fuchi/record-application/application-workflow';
import { voidVersion } from '@fuchi/record-application/version-store';
import { type Changed, changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import { peopleOf, tell } from '@fuchi/record-notice/tell';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import { withoutPersonalData } from '@fuchi/record-person/masked';
import { decide, type Findings, type Refused } from '@fuchi/workflow/workflow';
import { APPLICANTS } from '../applicants.ts';
import { findingsNow } from '../findings-now.ts';
import { withRound } from '../open-application.ts';

/** Commands after which the version that was frozen counts no more. Receipts stay. */
export type MoveCommand = 'reopen' | 'withdraw' | 'give-up' | 'return';

export type MoveRefused = Refused<ApplicationGuard> | { readonly code: 'none' };

interface Move {
  readonly id: string;
  readonly command: MoveCommand;
  /** Why; '' where nothing is asked. */
  readonly said: string;
  /** When the request arrived: by it the clock counts. */
  readonly arrived: Date;
}

/** Reopens, withdraws or gives up an application of one's own, or returns one as its recommender. */
export async function moveApplication(
  db: Database,
  actor: Actor,
  { id, command, said, arrived }: Move,
  now: Date,
): Promise<Changed<ApplicationState, MoveRefused>> {
  return changeOrRefuse<ApplicationState, MoveRefused>(
    db,
    byActor(actor),
    now,
    async (work, record, refuse) => {
      const found = await lockFor(work, actor, id, command);
      if (!found) return refuse({ code: 'none' });
      const open = await withRound(work, found);
      const findings =
        command === 'return'
          ? await findingsOfReturn(work, found, arrived)
          : findingsNow(open, arrived);
      const decision = decide(APPLICATION, found.state, command, {
        role: actor.role,
        findings,
        said,
      });
      if (!decision.ok) return refuse(decision.refused);
      const { name } = APPLICATION.commands[command];
      // What is written in again is judged by the guide as it stands now.
      const guide = isWritable(decision.to) ? open.round.guide : found.guide;
      await voidVersion(work, found, said === '' ? name : `${name}：${said}`, now);
      await work
        .updateTable('application')
        .set({
          state: decision.to,
          guide_digest: guide,
          ...(command === 'return' && { returned_at: now }),
          ...(command === 'withdraw' && { returned_at: null }),
        })
        .where('id', '=', id)
        .execute();
      await record({
        subject: { kind: 'application', id },
        kind: decision.event,
        before: { state: found.state, version: found.version },
        after: { state: decision.to, ...(said !== '' && { reason: said }) },
        guide,
      });
      if (command === 'return') await tellReturned(work, found, said, now);
      return decision.to;
    },
  );
}

/** What was received isn't voided when nobody could hand it in again: asked by the clock that would count then. */
async function findingsOfReturn(
  work: Work,
  found: Application,
  arrived: Date,
): Promise<Findings<ApplicationGuard>> {
  const back = findingsNow(await withRound(work, { ...found, returnedAt: arrived }), arrived);
  const late = back['in-time'];
  return late ? { returnable: late } : {};
}

/** Whoever may mend it is told at once: the deadline may be near. */
async function tellReturned(
  work: Work,
  found: Application,
  said: string,
  now: Date,
): Promise<void> {
  const { guide } = await withRound(work, found);
  const title = guide.lines.find(({ id }) => id === found.line)?.title ?? found.line;
  await tell(
    work,
    await peopleOf(work, found.organisation, APPLICANTS, localDay(now)),
    {
      kind: 'returned',
      title: `“${title}”的申报被退回修改`,
      body: `理由：${withoutPersonalData(said)}`,
      leadsTo: `/applications/${found.id}`,
      about: `application-${found.id}/returned-${now.toISOString()}`,
      urgent: true,
    },
    now,
  );
}

/** A recommender reaches what was submitted to it; an applicant what is its own. */
function lockFor(
  work: Work,
  actor: Actor,
  id: string,
  command: MoveCommand,
): Promise<Application | undefined> {
  return command === 'return'
    ? lockApplicationFor(work, actor, id)
    : lockOwnApplication(work, actor.organisation.id, id);
}
