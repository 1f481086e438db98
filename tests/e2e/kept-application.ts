import type { Database } from '@fuchi/platform-server/database/open-database';
import { applicationContent } from '@fuchi/record-application/contract-content';
import { checkChain } from '@fuchi/trail/verify/chain-store';

/**
 * What a unit's application has become in the database, with the kinds of its events.
 * @throws when it has none, or more than one
 */
export async function keptOf(db: Database, organisation: string) {
  const [application, ...more] = await db
    .selectFrom('application')
    .select(['id', 'state', 'number', 'recommender_id'])
    .where('organisation_id', '=', organisation)
    .execute();
  if (!application || more.length > 0) throw new Error('not one application');
  const { id } = application;
  const { content } = await db
    .selectFrom('application_version')
    .select('content')
    .where('application_id', '=', id)
    .executeTakeFirstOrThrow();
  const receipt = await db
    .selectFrom('receipt')
    .select(['number', 'digest'])
    .where('application_id', '=', id)
    .executeTakeFirstOrThrow();
  const events = await db
    .selectFrom('event')
    .select('kind')
    .where('subject_kind', '=', 'application')
    .where('subject_id', '=', id)
    .orderBy('number')
    .execute();
  const { sound } = await checkChain(db, { kind: 'application', id });
  const kinds = events.map(({ kind }) => kind);
  return { application, content: applicationContent.parse(content), receipt, events: kinds, sound };
}
