import type { Database } from '@fuchi/platform-server/database/open-database';
import { change } from '@fuchi/record-event/change';
import { BY_PROGRAM, type NewEvent } from '@fuchi/record-event/event';
import { ADDRESS_PACE, LOGIN_PACE, waitAfter } from './pace.ts';

export interface FailedAttempt {
  /** undefined where there is no such account. */
  readonly account: string | undefined;
  readonly failures: { readonly tried: number; readonly address: number };
  /** Where the request comes from, and whom tries count against. */
  readonly address: string;
  readonly client: string;
  readonly kind: 'sign-in-failed' | 'second-factor-failed';
}

/** Writes a failure down where it concerns somebody, and once when an address begins to be slowed down. */
export async function noteFailure(
  db: Database,
  { account, failures, address, client, kind }: FailedAttempt,
  now: Date,
): Promise<void> {
  const events: NewEvent[] = [];
  if (account !== undefined) {
    const waitSeconds = waitAfter(LOGIN_PACE, failures.tried);
    events.push({
      subject: { kind: 'account', id: account },
      kind,
      after: { failures: failures.tried, waitSeconds },
    });
  }
  if (failures.address === ADDRESS_PACE.free) {
    events.push({
      subject: { kind: 'system', id: 'sign-in' },
      kind: 'address-slowed',
      after: { address: client, failures: failures.address },
    });
  }
  if (events.length === 0) return;
  await change(db, { ...BY_PROGRAM, address }, now, async (_, record) => {
    for (const event of events) await record(event);
  });
}
