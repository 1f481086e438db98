import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { printsOf } from '@fuchi/record-application/seal-store';
import type { SealedVersion } from './judge-scan.ts';

/** What the scans of a version must be of. */
export async function sealedVersion(
  db: Database | Work,
  application: string,
  version: number,
): Promise<SealedVersion> {
  const { digest } = await db
    .selectFrom('application_version')
    .select('digest')
    .where('application_id', '=', application)
    .where('number', '=', version)
    .executeTakeFirstOrThrow();
  return { application, version, digest, prints: await printsOf(db, { application, version }) };
}
