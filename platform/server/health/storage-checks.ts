import { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { Migration } from '../database/migrations.ts';
import type { Database } from '../database/open-database.ts';
import type { FileStore } from '../files/file-store.ts';
import type { HealthChecks } from './health-route.ts';

const PROBE = Buffer.from('health');

/** Database, its schema, and the file store, each by doing a little of what it is for. */
export function storageChecks(
  db: Database,
  files: FileStore,
  migrations: readonly Migration[],
): HealthChecks {
  return {
    database: async () => {
      await sql`select 1`.execute(db);
    },
    migrations: async () => {
      const { rows } = await sql<{ number: number }>`
        select max(number) as number from schema_migration`.execute(db);
      // A newer program that starts on the same database brings it up under this one's feet.
      if (rows[0]?.number !== migrations.length) throw new Error('not the schema of this program');
    },
    files: async () => {
      const laid = await files.spool(Readable.from([PROBE]), PROBE.length);
      await laid?.remove();
    },
  };
}
