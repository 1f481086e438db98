import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { Work } from '@fuchi/platform-server/database/open-database';
import type { Recorder } from '@fuchi/record-event/change';
import { changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import { type UnitScope, unitScope } from '@fuchi/record-organisation/unit-scope';
import type { Actor } from '@fuchi/record-person/actor';
import { byActor } from '@fuchi/record-person/by-actor';
import type { AccountsContext } from '../accounts-context.ts';
import { type PeopleRefused, peopleFault } from './people-refusal.ts';

/** What a change to people stands on: the transaction, who makes it, how far he reaches, when. */
export interface Changing {
  readonly work: Work;
  readonly record: Recorder;
  readonly actor: Actor;
  readonly scope: UnitScope;
  readonly now: Date;
  /** The machine's time: links and sessions run on it. */
  readonly machine: Date;
  /** The day by the program's clock: 2022-03-16. */
  readonly day: string;
  /** Undoes all of it. */
  readonly refuse: (why: PeopleRefused) => never;
}

/**
 * Changes something about people as whoever acts, within his scope.
 * @throws HttpFault with what stands against it; nothing is changed then
 * @example await changePeople(context, actor, (changing) => endDuty(changing, appointment));
 */
export async function changePeople<Result>(
  { db, moment }: Pick<AccountsContext, 'db' | 'moment'>,
  actor: Actor,
  work: (changing: Changing) => Promise<Result>,
): Promise<Result> {
  const { now, machine } = moment();
  const more = { actor, scope: unitScope(actor), now, machine, day: localDay(now) };
  const done = await changeOrRefuse<Result, PeopleRefused>(
    db,
    byActor(actor),
    now,
    (transaction, record, refuse) => work({ work: transaction, record, refuse, ...more }),
  );
  if (done.ok) return done.value;
  throw peopleFault(done.refused);
}
