import type { Database, Work } from '../database/open-database.ts';
import type { SecretBox } from '../secret-box.ts';

export interface Letter {
  readonly to: string;
  readonly title: string;
  readonly text: string;
}

/** What sends a letter on: a mail server, or nothing where none is set up. */
export interface Mailer {
  /** @throws when it couldn't be handed over; it is tried again */
  send(letter: Letter): Promise<void>;
}

/** Lays a letter out to be sent, in the transaction whose change it tells of. */
export async function postLetter(
  work: Work,
  box: SecretBox,
  letter: Letter,
  now: Date,
): Promise<void> {
  await work
    .insertInto('mail_outbox')
    .values({
      recipient: letter.to,
      title: letter.title,
      sealed_text: box.seal(letter.text, purposeOf(letter.to)),
      written_at: now,
    })
    .execute();
}

/**
 * Sends the oldest letter that waits; of several processes each takes another. What it says is kept no longer.
 * @returns false when none waits
 * @throws what the mailer threw: the letter waits on
 */
export async function sendNextLetter(
  db: Database,
  box: SecretBox,
  mailer: Mailer,
  now: Date,
): Promise<boolean> {
  return db.transaction().execute(async (work) => {
    const row = await work
      .selectFrom('mail_outbox')
      .select(['id', 'recipient', 'title', 'sealed_text'])
      .where('sent_at', 'is', null)
      .orderBy('id')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!row?.sealed_text) return false;
    const text = box.open(row.sealed_text, purposeOf(row.recipient));
    await mailer.send({ to: row.recipient, title: row.title, text });
    await work
      .updateTable('mail_outbox')
      .set({ sent_at: now, sealed_text: null })
      .where('id', '=', row.id)
      .execute();
    return true;
  });
}

export interface WaitingLetter extends Letter {
  readonly id: string;
  readonly writtenAt: Date;
}

/** The last letters that weren't sent, the newest first: what the demonstration shows in place of sending. */
export async function waitingLetters(
  db: Database,
  box: SecretBox,
  most: number,
): Promise<readonly WaitingLetter[]> {
  const rows = await db
    .selectFrom('mail_outbox')
    .select(['id', 'recipient', 'title', 'sealed_text', 'written_at'])
    .where('sent_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ id, recipient, title, sealed_text, written_at }) => ({
    id,
    to: recipient,
    title,
    text: sealed_text ? box.open(sealed_text, purposeOf(recipient)) : '',
    writtenAt: written_at,
  }));
}

function purposeOf(recipient: string): string {
  return `letter to ${recipient}`;
}
