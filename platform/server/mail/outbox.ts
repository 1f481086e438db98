import type { Database, Work } from '../database/open-database.ts';
import type { SecretBox } from '../secret-box.ts';

export interface Letter {
  readonly to: string;
  readonly title: string;
  readonly text: string;
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

/** A letter one process tries to send now. */
export interface TakenLetter extends Letter {
  readonly id: string;
  readonly messageId: string;
  /** This try counted. */
  readonly tries: number;
}

/** Milliseconds until the first try again; doubled with each, and at the longest. */
const FIRST_WAIT = 60_000;
const LONGEST_WAIT = 4 * 3_600_000;

/** @param tries how often it was tried @example waitAfter(3) // 240000 */
export function waitAfter(tries: number): number {
  return Math.min(FIRST_WAIT * 2 ** (tries - 1), LONGEST_WAIT);
}

/**
 * Takes the oldest letter that is due; of several processes each takes another. The try counts and the next one is set
 * before anything is sent: whoever dies in the middle keeps nobody waiting longer than a failed try does.
 * @param newId names the letter at its first try; it keeps that name
 */
export async function takeLetter(
  db: Database,
  box: SecretBox,
  machine: Date,
  newId: () => string,
): Promise<TakenLetter | undefined> {
  return db.transaction().execute(async (work) => {
    const row = await work
      .selectFrom('mail_outbox')
      .select(['id', 'recipient', 'title', 'sealed_text', 'tries', 'message_id'])
      .where('sent_at', 'is', null)
      .where('abandoned_at', 'is', null)
      .where((w) => w.or([w('next_try_at', 'is', null), w('next_try_at', '<=', machine)]))
      .orderBy('id')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!row?.sealed_text) return undefined;
    const { id, recipient, title } = row;
    const tries = row.tries + 1;
    const messageId = row.message_id ?? newId();
    const next_try_at = new Date(machine.getTime() + waitAfter(tries));
    await work
      .updateTable('mail_outbox')
      .set({ tries, message_id: messageId, next_try_at })
      .where('id', '=', id)
      .execute();
    const text = box.open(row.sealed_text, purposeOf(recipient));
    return { id, to: recipient, title, text, messageId, tries };
  });
}

/** A letter was taken over by the mail server, or is given up. What it says is kept no longer. */
export async function closeLetter(
  db: Database,
  id: string,
  how: 'sent' | 'abandoned',
  machine: Date,
): Promise<void> {
  await db
    .updateTable('mail_outbox')
    .set({
      ...(how === 'sent' ? { sent_at: machine } : { abandoned_at: machine }),
      sealed_text: null,
    })
    .where('id', '=', id)
    .execute();
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
    .where('abandoned_at', 'is', null)
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
