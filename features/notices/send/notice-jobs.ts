import { dailyAt } from '@fuchi/platform-server/jobs/daily-at';
import { type RecurringJob, recurringData } from '@fuchi/platform-server/jobs/job-kind';
import { type MessageContext, sendMessages } from './send-messages.ts';
import { type LetterContext, writeLetters } from './send-notices.ts';

const EVERY = 60_000;

/** What is urgent within a minute; the rest once a day, in the morning. */
export function noticeJobs(
  context: LetterContext & MessageContext & { readonly clock: { now(): Date } },
): readonly RecurringJob[] {
  const { clock } = context;
  return [
    {
      name: 'urgent-notices',
      data: recurringData,
      next: (after) => new Date(after.getTime() + EVERY),
      // The next one comes by itself.
      retries: 0,
      mostSeconds: 300,
      async run(_, { signal }) {
        const now = clock.now();
        await writeLetters(context, 'urgent', now);
        await sendMessages(context, now, signal);
      },
    },
    {
      name: 'notice-digest',
      data: recurringData,
      next: dailyAt('08:00'),
      mostSeconds: 1_800,
      run: () => writeLetters(context, 'digest', clock.now()),
    },
  ];
}
