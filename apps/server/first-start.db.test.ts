import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { type FileStore, openFileStore } from '@fuchi/platform-server/files/file-store';
import { programRoot } from '@fuchi/platform-server/program-root';
import { accountByLogin } from '@fuchi/record-person/account-store';
import { isPassword } from '@fuchi/record-person/password-hash';
import { passwordFaults } from '@fuchi/record-person/password-policy';
import { openRounds } from '@fuchi/record-round/round-store';
import { ALL_ROLES } from '@fuchi/workflow/role';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstAdministratorLink } from './administrator-link.ts';
import { newPassword } from './demonstration/new-password.ts';
import { type AskedMode, startPortal } from './first-start.ts';
import { openGuide } from './open-guide.ts';

const MACHINE = new Date('2026-03-02T01:00:00Z');
const DEMONSTRATION: AskedMode = { mode: 'demonstration', demanded: true };
const PRODUCTION: AskedMode = { mode: 'production', demanded: true };
let folder: string;
let files: FileStore;
let guide: Awaited<ReturnType<typeof openGuide>>;
const databases: TestDatabase[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fuchi-first-'));
  files = await openFileStore(folder);
  guide = await openGuide(join(programRoot(), 'guides/jiangsu-2022'));
});
afterAll(async () => {
  for (const database of databases) await database.close();
  await rm(folder, { recursive: true });
});

async function emptyDatabase(): Promise<TestDatabase['db']> {
  const database = await openTestDatabase();
  databases.push(database);
  return database.db;
}

test('演示：每种角色都有账号，各条线都开放，名单都已导入，都留了痕', async () => {
  const db = await emptyDatabase();
  const { mode, accounts } = await startPortal({ db, files, guide }, DEMONSTRATION, MACHINE);
  expect(mode).toBe('demonstration');
  if (!accounts) throw new Error('no accounts');
  const roles = await db.selectFrom('appointment').select('role').distinct().execute();
  expect(roles.map(({ role }) => role).sort()).toEqual([...ALL_ROLES].sort());
  for (const { login } of accounts.shown) {
    const account = await accountByLogin(db, login);
    expect(await isPassword(account?.passwordHash, accounts.password)).toBe(true);
  }
  const [round, ...others] = await openRounds(db);
  expect(others).toEqual([]);
  const applied = guide.guide.lines.filter(({ mode: m }) => m === '申报' || m === '免申即享');
  const open = round?.settings.lines.filter((line) => line.open);
  expect(open?.map(({ line }) => line)).toEqual(applied.map(({ id }) => id));
  expect(round?.settings.clocks.map(({ kind }) => kind)).toEqual([
    'opening',
    'applicant',
    'county',
    'city',
  ]);
  const { recommenders } = await db
    .selectFrom('round_recommender')
    .select((e) => e.fn.countAll<string>().as('recommenders'))
    .executeTakeFirstOrThrow();
  // 13 cities, 40 counties and county-level cities.
  expect(recommenders).toBe('53');
  const lists = await db.selectFrom('register_version').select('register').distinct().execute();
  expect(lists).toHaveLength(guide.guide.registers.length);
  const names = await db.selectFrom('organisation').select('name').execute();
  expect(names.filter(({ name }) => !name.includes('示例'))).toEqual([]);
  for (const [subject, table] of [
    ['organisation', 'organisation'],
    ['account', 'account'],
    ['round', 'round'],
  ] as const) {
    const { told } = await db
      .selectFrom('event')
      .select((e) => e.fn.count<string>('subject_id').distinct().as('told'))
      .where('subject_kind', '=', subject)
      .executeTakeFirstOrThrow();
    const { kept } = await db
      .selectFrom(table)
      .select((e) => e.fn.countAll<string>().as('kept'))
      .executeTakeFirstOrThrow();
    expect([subject, told]).toEqual([subject, kept]);
  }
});

test('定了以后照旧启动；要的是另一种就拒绝，什么也不动', async () => {
  const db = await emptyDatabase();
  const start = (asked: AskedMode) => startPortal({ db, files, guide }, asked, MACHINE);
  await start(PRODUCTION);
  const before = await db.selectFrom('event').selectAll().execute();
  await expect(start(DEMONSTRATION)).rejects.toThrow('属于正式环境');
  const usual = await start({ mode: 'demonstration', demanded: false });
  expect(usual).toEqual({ mode: 'production', accounts: undefined });
  expect(await db.selectFrom('event').selectAll().execute()).toEqual(before);
});

test('几个进程同时初次启动，只建立一套', async () => {
  const db = await emptyDatabase();
  const started = await Promise.all(
    [1, 2, 3].map(() => startPortal({ db, files, guide }, DEMONSTRATION, MACHINE)),
  );
  expect(started.filter(({ accounts }) => accounts)).toHaveLength(1);
  expect(await openRounds(db)).toHaveLength(1);
});

test('正式：从空的开始，没有账号，只有一个一次性链接；再启动换一个，有了系统管理员就不再给', async () => {
  const db = await emptyDatabase();
  await startPortal({ db, files, guide }, PRODUCTION, MACHINE);
  expect(await db.selectFrom('account').selectAll().execute()).toEqual([]);
  expect(await db.selectFrom('round').selectAll().execute()).toEqual([]);
  const moment = { machine: MACHINE, now: MACHINE };
  const links = [
    await firstAdministratorLink(db, moment),
    await firstAdministratorLink(db, moment),
  ];
  expect(links[0]).toMatch(/^\/sign-in\/new-password#[\w-]{43}$/);
  expect(links[1]).not.toBe(links[0]);
  const valid = await db
    .selectFrom('one_time_link')
    .select(['purpose', 'role', 'expires_at'])
    .where('used_at', 'is', null)
    .execute();
  const expires_at = new Date(MACHINE.getTime() + 24 * 3_600_000);
  expect(valid).toEqual([{ purpose: 'first-administrator', role: 'system-admin', expires_at }]);
  const organisation = await db.selectFrom('organisation').select('id').executeTakeFirstOrThrow();
  const account = await db
    .insertInto('account')
    .values({ login: 'first', name: '示例', created_at: MACHINE })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('appointment')
    .values({
      account_id: account.id,
      organisation_id: organisation.id,
      role: 'system-admin',
      valid_from: '2026-03-02',
    })
    .execute();
  expect(await firstAdministratorLink(db, moment)).toBeUndefined();
});

test('演示的密码每次不同，都合乎对密码的要求', () => {
  const passwords = Array.from({ length: 2_000 }, newPassword);
  expect(new Set(passwords).size).toBe(2_000);
  const refused = passwords.flatMap((password) => passwordFaults(password, 'guihua'));
  expect(refused).toEqual([]);
});
