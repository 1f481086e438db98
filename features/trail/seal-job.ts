import { dailyAt } from '@fuchi/platform-server/jobs/daily-at';
import { type RecurringJob, recurringData } from '@fuchi/platform-server/jobs/job-kind';
import { sealDue } from '@fuchi/record-event/seal-store';
import type { TrailContext } from './trail-context.ts';

/** Closes each day soon after its end; one that was missed is made up for by the next, or by whoever looks at the seals. */
export function sealJob({ db, moment }: Pick<TrailContext, 'db' | 'moment'>): RecurringJob {
  return {
    name: 'seal-trail',
    data: recurringData,
    next: dailyAt('00:05'),
    async run() {
      const { postponed } = await sealDue(db, moment().now);
      // Tried again by the queue.
      if (postponed) throw new Error('changes are under way; the day is sealed later');
    },
  };
}
