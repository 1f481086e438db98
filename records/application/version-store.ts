import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { Application } from './application-store.ts';
import { type ApplicationContent, applicationContent } from './contract-content.ts';

/** A version as it was frozen. */
export interface KeptVersion {
  readonly number: number;
  readonly content: ApplicationContent;
  readonly digest: string;
  readonly frozenAt: Date;
}

/** The version that counts now; undefined before the first was frozen and after it was voided. */
export async function versionOf(
  db: Database | Work,
  { id, version }: Pick<Application, 'id' | 'version'>,
): Promise<KeptVersion | undefined> {
  const row = await db
    .selectFrom('application_version')
    .select(['number', 'content', 'digest', 'frozen_at'])
    .where('application_id', '=', id)
    .where('number', '=', version)
    .where('voided_at', 'is', null)
    .executeTakeFirst();
  return (
    row && {
      number: row.number,
      content: applicationContent.parse(row.content),
      digest: row.digest,
      frozenAt: row.frozen_at,
    }
  );
}

/** Voids the version that counts now, if one does: what was printed and sealed of it counts no more. */
export async function voidVersion(
  work: Work,
  { id, version }: Pick<Application, 'id' | 'version'>,
  because: string,
  now: Date,
): Promise<void> {
  await work
    .updateTable('application_version')
    .set({ voided_at: now, voided_because: because })
    .where('application_id', '=', id)
    .where('number', '=', version)
    .where('voided_at', 'is', null)
    .execute();
}
