import type { Database } from '@fuchi/platform-server/database/open-database';
import { SmsFault, type SmsGateway } from '@fuchi/platform-server/sms/sms-gateway';

export interface MessageContext {
  readonly db: Database;
  /** undefined where no short messages are sent. */
  readonly gateway: SmsGateway | undefined;
  readonly report: (text: string) => void;
}

/** Who hasn't been reached by then has read it, or reads it too late. */
const STALE = 2 * 3_600_000;

/**
 * Sends what is urgent as short messages to those who want them, one after the other. A message that was taken over
 * while the answer was lost goes out again under the same id; the first fault ends the run, the next one goes on.
 */
export async function sendMessages(
  { db, gateway, report }: MessageContext,
  now: Date,
  signal: AbortSignal,
): Promise<void> {
  const decide = (id: string) =>
    db.updateTable('notice').set({ texted_at: now }).where('id', '=', id).execute();
  const waiting = await db
    .selectFrom('notice as n')
    .innerJoin('account as a', 'a.id', 'n.account_id')
    .leftJoin('notice_setting as s', 's.account_id', 'n.account_id')
    .select(['n.id', 'n.title', 'n.created_at', 'n.read_at', 'a.phone', 'a.status', 's.by_sms'])
    .where('n.texted_at', 'is', null)
    .where('n.urgent', '=', true)
    .orderBy('n.id')
    .limit(1_000)
    .execute();
  for (const { id, title, created_at, read_at, phone, status, by_sms } of waiting) {
    if (signal.aborted) return;
    const isStale = now.getTime() - created_at.getTime() > STALE;
    const wanted = by_sms === true && status === 'active' && read_at === null && !isStale;
    if (gateway && wanted && phone !== null) {
      try {
        await gateway.send({ id: `notice-${id}`, to: phone, text: `【扶持系统】${title}` }, signal);
      } catch (error) {
        if (!(error instanceof SmsFault)) throw error;
        report(`sms: notice ${id}: ${error.message}`);
        return;
      }
    }
    await decide(id);
  }
}
