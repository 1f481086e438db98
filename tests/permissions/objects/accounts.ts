import { randomBytes } from 'node:crypto';
import type { Database } from '@fuchi/platform-server/database/open-database';
import { change } from '@fuchi/record-event/change';
import { BY_PROGRAM } from '@fuchi/record-event/event';
import type { Actor } from '@fuchi/record-person/actor';
import type { Mark } from './mark.ts';
import { colleagueOf, LONG_AGO } from './people.ts';

/** An account with something in its trail. */
export async function accountWithEvent(
  db: Database,
  { account }: Actor,
  mark: Mark,
): Promise<string> {
  const subject = { kind: 'account', id: account } as const;
  const after = { name: mark.text };
  await change(db, BY_PROGRAM, LONG_AGO, (_work, record) =>
    record({ subject, kind: 'signed-in', after }),
  );
  return account;
}

/** A colleague stands in for the owner. */
export async function delegationOf(db: Database, owner: Actor, mark: Mark): Promise<string> {
  const colleague = await colleagueOf(db, owner, mark);
  const { id } = await db
    .insertInto('delegation')
    .values({
      appointment_id: owner.appointment,
      to_account_id: colleague.account,
      valid_from: '2022-03-01',
      valid_until: '2022-12-31',
      reason: mark.text,
      created_at: LONG_AGO,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Somebody the single sign-on vouches for. */
export async function signOnRequest(db: Database, mark: Mark): Promise<string> {
  const { id } = await db
    .insertInto('sign_on_request')
    .values({
      issuer: `https://${mark.plain}.example`,
      subject: randomBytes(6).toString('hex'),
      name: mark.text,
      asked_at: LONG_AGO,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
