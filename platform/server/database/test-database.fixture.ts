import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type OpenDatabase, openDatabase } from './open-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A server whose database `fuchi` holds the schema and nothing else. */
    readonly databaseServer: string;
  }
}

export interface TestDatabase extends OpenDatabase {
  readonly url: string;
}

/**
 * A database of its own with the program's schema, for the tests of one file (in the project `database`).
 * @example const database = await openTestDatabase(); afterAll(() => database.close());
 */
export async function openTestDatabase(): Promise<TestDatabase> {
  const server = inject('databaseServer');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name} template fuchi`);
  const url = server.replace(/\/[^/]*$/, `/${name}`);
  const faults: string[] = [];
  const open = openDatabase(url, (message) => faults.push(message), 5);
  return {
    url,
    db: open.db,
    async close() {
      await open.close();
      await onServer(server, `drop database ${name} with (force)`);
    },
  };
}

async function onServer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.replace(/\/[^/]*$/, '/postgres') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
