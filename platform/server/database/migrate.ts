import pg from 'pg';
import type { Migration } from './migrations.ts';

/** Taken while migrating: of several processes that start at once, one migrates and the others wait. */
const MIGRATION_LOCK = 7_180_002;

const OWN_TABLE = `
  create table if not exists schema_migration (
    number integer primary key,
    name text not null,
    digest text not null,
    applied_at timestamptz not null default now()
  )`;

/**
 * Brings a database up to the program's schema: each missing migration in a transaction of its own.
 * @returns the names of the migrations it applied
 * @throws a sentence when the database is newer than the program, or was made by other migrations
 * @example await migrate(url, await readMigrations()); // ['0001-events', '0002-people']
 */
export async function migrate(
  url: string,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(OWN_TABLE);
    const { rows } = await client.query<{ number: number; name: string; digest: string }>(
      'select number, name, digest from schema_migration order by number',
    );
    for (const row of rows) demandSame(row, migrations);
    const missing = migrations.slice(rows.length);
    for (const migration of missing) await apply(client, migration);
    return missing.map((m) => m.name);
  } finally {
    await client.end();
  }
}

function demandSame(
  applied: { readonly number: number; readonly name: string; readonly digest: string },
  migrations: readonly Migration[],
): void {
  const own = migrations[applied.number - 1];
  if (!own) {
    throw new Error(
      `the database is newer than the program (it has ${applied.name}, the program ends at ${migrations.length}); start the newer program. 数据库比程序新，请用新版程序启动。`,
    );
  }
  if (own.digest !== applied.digest) {
    throw new Error(
      `the database was made with another ${applied.name} than the program's ${own.name}. 数据库的结构与程序不符，没有改动任何内容。`,
    );
  }
}

async function apply(client: pg.Client, { number, name, sql, digest }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into schema_migration (number, name, digest) values ($1, $2, $3)', [
      number,
      name,
      digest,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`db/${name}.sql can't be applied. 数据库升级失败，没有改动任何内容。`, {
      cause: error,
    });
  }
}
