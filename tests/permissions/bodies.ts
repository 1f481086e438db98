import type { Database } from '@fuchi/platform-server/database/open-database';
import type { Actor } from '@fuchi/record-person/actor';
import { FOREIGN } from './objects/mark.ts';

/** Queries of lists that chance would narrow to nothing, or have told in a form no mark is seen in: by route. */
export const QUERIES: Readonly<Record<string, object>> = {
  'GET /api/accounts/units': { kind: 'applicant' },
  'GET /api/security/sessions': {},
  'GET /api/security/accounts': { q: FOREIGN.text },
  'GET /api/accounts/units/file': { kind: 'applicant', as: 'csv' },
};

/**
 * Bodies of operations that look at more than the shape before they look for the object: by route. All others are sent
 * one that chance found within the contract.
 */
export const BODIES: Readonly<Record<string, (db: Database, actor: Actor) => Promise<object>>> = {
  'POST /api/accounts/people/{account}/look': async () => ({ field: 'email', why: '核对' }),
  'POST /api/accounts/people/{account}/enable': async () => ({ why: '核对' }),
  'POST /api/sign-on/requests/{request}': async (db, actor) =>
    db
      .selectFrom('account')
      .select('login')
      .where('id', '=', actor.account)
      .executeTakeFirstOrThrow(),
};
