import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { programRoot } from '../program-root.ts';
import { schemaText } from './schema-text.ts';
import { tablesText } from './tables-text.ts';
import { openTestDatabase, type TestDatabase } from './test-database.fixture.ts';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await openTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.close();
});

// `npx vitest run --project database schema-text -u` writes both files anew.
test('db/schema.sql 与迁移之后的数据库一致', async () => {
  await expect(await schemaText(client)).toMatchFileSnapshot(join(programRoot(), 'db/schema.sql'));
});

test('查询所用的表结构与数据库一致', async () => {
  await expect(await tablesText(client)).toMatchFileSnapshot(
    join(import.meta.dirname, 'tables.ts'),
  );
});
