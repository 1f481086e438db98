import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readMigrations } from '../database/migrations.ts';
import { openTestDatabase, type TestDatabase } from '../database/test-database.fixture.ts';
import { openFileStore } from '../files/file-store.ts';
import { healthRoute } from './health-route.ts';
import { storageChecks } from './storage-checks.ts';

let folder: string;
let database: TestDatabase;
let app: FastifyInstance;
const reported: string[] = [];

beforeEach(async () => {
  reported.length = 0;
  folder = await mkdtemp(join(tmpdir(), 'fuchi-health-'));
  database = await openTestDatabase();
  const files = await openFileStore(folder);
  app = fastify();
  const checks = storageChecks(database.db, files, await readMigrations());
  healthRoute(app, checks, (text) => reported.push(text));
});
afterEach(async () => {
  await app.close();
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const WELL = { database: 'ok', migrations: 'ok', files: 'ok' };

test('都正常：200，只说哪一部分，不说版本、地址和路径', async () => {
  const reply = await app.inject('/health');
  expect(reply.statusCode).toBe(200);
  expect(reply.headers['cache-control']).toBe('no-store');
  expect(reply.json()).toEqual({ status: 'ok', parts: WELL });
});

test('文件写不进去：503，说是文件，原因只在日志里', async () => {
  await rm(folder, { recursive: true });
  const reply = await app.inject('/health');
  expect(reply.statusCode).toBe(503);
  expect(reply.json()).toEqual({ status: 'failing', parts: { ...WELL, files: 'failing' } });
  expect(reported).toEqual([expect.stringContaining('health: files: ENOENT')]);
});

test('数据库被新版程序升级过：503', async () => {
  await sql`insert into schema_migration (number, name, digest) values (9999, 'later', 'x')`.execute(
    database.db,
  );
  const reply = await app.inject('/health');
  expect(reply.json()).toEqual({ status: 'failing', parts: { ...WELL, migrations: 'failing' } });
});

test('数据库的表没了：503，问得再勤也只查一次', async () => {
  await sql`alter table schema_migration rename to gone`.execute(database.db);
  const replies = await Promise.all([1, 2, 3].map(() => app.inject('/health')));
  expect(replies.map(({ statusCode }) => statusCode)).toEqual([503, 503, 503]);
  expect(reported).toHaveLength(1);
});
