import type { Database } from '@fuchi/platform-server/database/open-database';
import type { Actor } from '@fuchi/record-person/actor';

/**
 * Bodies of operations that look at more than the shape before they look for the object: by route. All others are sent
 * one that chance found within the contract.
 */
export const BODIES: Readonly<Record<string, (db: Database, actor: Actor) => Promise<object>>> = {
  'POST /api/sign-on/requests/{request}': async (db, actor) =>
    db
      .selectFrom('account')
      .select('login')
      .where('id', '=', actor.account)
      .executeTakeFirstOrThrow(),
};
