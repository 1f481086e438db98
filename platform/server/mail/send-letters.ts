import { randomUUID } from 'node:crypto';
import type { Database } from '../database/open-database.ts';
import { type RecurringJob, recurringData } from '../jobs/job-kind.ts';
import type { SecretBox } from '../secret-box.ts';
import { type Mailer, MailFault } from './mailer.ts';
import { closeLetter, takeLetter } from './outbox.ts';

/** With the waits between them some two days: then nobody waits for the letter any more, and links in it are void. */
const MOST_TRIES = 20;
const EVERY = 15_000;
const MOST_SECONDS = 300;

export interface SendOptions {
  readonly db: Database;
  readonly box: SecretBox;
  readonly mailer: Mailer;
  readonly report: (text: string) => void;
  readonly machine?: () => Date;
}

/**
 * Sends what is due, one letter after the other, until nothing is or the mail server can't be reached. A letter that
 * was taken over while the answer was lost is sent again under the same Message-ID.
 */
export async function sendLetters(options: SendOptions, signal: AbortSignal): Promise<void> {
  const { db, box, mailer, report, machine = () => new Date() } = options;
  const newId = () => `<${randomUUID()}@${mailer.domain}>`;
  while (!signal.aborted) {
    const letter = await takeLetter(db, box, machine(), newId);
    if (!letter) return;
    try {
      await mailer.send(letter, signal);
    } catch (error) {
      if (!(error instanceof MailFault)) throw error;
      const isLast = error.refused || letter.tries >= MOST_TRIES;
      if (isLast) await closeLetter(db, letter.id, 'abandoned', machine());
      report(
        `mail: letter ${letter.id}, try ${letter.tries}: ${error.message}${isLast ? ', given up' : ''}`,
      );
      // One bad address holds nobody else up; a server that is away would only be asked in vain.
      if (error.refused) continue;
      return;
    }
    await closeLetter(db, letter.id, 'sent', machine());
  }
}

/** Looks for letters again and again, in one of the processes at a time. */
export function mailJob(options: SendOptions): RecurringJob {
  return {
    name: 'send-mail',
    data: recurringData,
    next: (after) => new Date(after.getTime() + EVERY),
    // What couldn't be sent has waits of its own.
    retries: 0,
    mostSeconds: MOST_SECONDS,
    run: (_, { signal }) => sendLetters(options, signal),
  };
}
