import { localDay } from '@fuchi/platform-server/clock/local-day';
import { type RecurringJob, recurringData } from '@fuchi/platform-server/jobs/job-kind';
import { applicationsOfRound } from '@fuchi/record-application/application-store';
import { APPLICATION } from '@fuchi/record-application/application-workflow';
import { submissionClock } from '@fuchi/record-application/submission-clock';
import { guideOf } from '@fuchi/record-guide-version/guide-of';
import { peopleOf, tell } from '@fuchi/record-notice/tell';
import { clockOf } from '@fuchi/record-round/round-clock';
import { openRounds } from '@fuchi/record-round/round-store';
import type { NoticesContext } from '../notices-context.ts';
import { deadlineNotice } from './deadline-notice.ts';

const EVERY = 10 * 60_000;
const APPLICANTS = ['applicant-admin', 'filler', 'submitter'] as const;

/** Tells everybody of a unit whose draft isn't submitted that its deadline is near. Told twice, it is kept once. */
export async function tellDeadlines({
  db,
  moment,
}: Pick<NoticesContext, 'db' | 'moment'>): Promise<void> {
  const { now } = moment();
  for (const round of await openRounds(db)) {
    const guide = await guideOf(db, round.guide);
    for (const { application, territory } of await applicationsOfRound(db, round.id)) {
      const { id, line, state, organisation } = application;
      if (state === 'submitted') continue;
      const deadline = clockOf(round.settings, await submissionClock(db, application), {
        line,
        territory,
      });
      if (!deadline) continue;
      const lineTitle = guide.lines.find((each) => each.id === line)?.title ?? line;
      const stateName = APPLICATION.states[state].name;
      const notice = deadlineNotice({ application: id, lineTitle, stateName, deadline }, now);
      if (!notice) continue;
      await db.transaction().execute(async (work) => {
        const people = await peopleOf(work, organisation, APPLICANTS, localDay(now));
        await tell(work, people, notice, now);
      });
    }
  }
}

export function deadlineJob(context: Pick<NoticesContext, 'db' | 'moment'>): RecurringJob {
  return {
    name: 'tell-deadlines',
    data: recurringData,
    next: (after) => new Date(after.getTime() + EVERY),
    mostSeconds: 600,
    run: () => tellDeadlines(context),
  };
}
