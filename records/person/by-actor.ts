import type { EventBy } from '@fuchi/record-event/event';
import type { Actor } from './actor.ts';

/** Who an event is by, from who acts. @example await change(db, byActor(actor), now, …) */
export function byActor(actor: Actor): EventBy {
  return {
    account: actor.account,
    role: actor.role,
    organisation: actor.organisation.id,
    standsInFor: actor.standsInFor?.account ?? null,
    address: actor.address,
  };
}
