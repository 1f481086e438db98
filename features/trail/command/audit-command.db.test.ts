import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadUsage } from '@fuchi/platform-server/command';
import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { forgeChains, layTrail, restoreTrail } from '../verify/tampered.fixture.ts';
import { auditCommand } from './audit-command.ts';

let database: TestDatabase;
let folder: string;
let stopped = 0;
beforeAll(async () => {
  database = await openTestDatabase();
  await layTrail(database);
  folder = await mkdtemp(join(tmpdir(), 'fuchi-audit-'));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => restoreTrail(database));

async function audit(...args: string[]) {
  const said: string[] = [];
  const command = auditCommand(async () => ({
    url: database.url,
    stop: async () => {
      stopped += 1;
    },
  }));
  const io = {
    out: (text: string) => void said.push(text),
    err: (text: string) => void said.push(text),
  };
  const code = await command.run(args, io);
  return { code, said };
}

test('没有改动：退出码0，说明还要另存的摘要', async () => {
  const before = stopped;
  const { code, said } = await audit('verify');
  expect(code).toBe(0);
  expect(said.slice(0, 2)).toEqual([
    '核对了15个事件、4个对象的记录、2天的封存，没有与导出的摘要比对。',
    '没有发现改动。',
  ]);
  expect(said[2]).toContain('--against');
  expect(stopped).toBe(before + 1);
});

test('改了：退出码1，说出在哪里；连封存重算的，用导出的摘要查得出', async () => {
  const file = join(folder, 'digest.txt');
  expect((await audit('export', '--out', file)).code).toBe(0);
  expect((await audit('verify', '--against', file)).said).toEqual([
    expect.stringMatching(/2天的封存，与.* 导出的摘要：2天的封存，和此后的6个事件比对。/),
    '没有发现改动。',
  ]);
  await sql`update event set kind = 'denied' where id = 3`.execute(database.db);
  const edited = await audit('verify');
  expect([edited.code, edited.said[1]]).toEqual([
    1,
    '申报批次 1 第2条（第3号事件）：内容被改动，与当时的摘要不符',
  ]);
  await forgeChains(database, { seals: true });
  expect((await audit('verify')).code).toBe(0);
  const found = await audit('verify', '--against', file);
  expect([found.code, found.said[1]]).toEqual([
    1,
    '2022-03-16 的封存：与导出的摘要不同，当日以前的记录在导出以后被改动过',
  ]);
  const [, digest = ''] = /封存 2022-03-17 \d+ \d+ (\w+)/.exec(await readFile(file, 'utf8')) ?? [];
  expect((await audit('verify', '--against', digest)).code).toBe(1);
});

test('--json 给程序读', async () => {
  await sql`delete from event where id = 15`.execute(database.db);
  const { said } = await audit('verify', '--json');
  expect(JSON.parse(said.join('\n'))).toMatchObject({
    sound: false,
    events: 14,
    faults: [
      {
        code: 'other-end',
        subjectId: '4',
        stated: 2,
        found: 1,
        says: '申报批次 4：链尾登记着2条事件，最后一条却是第1条',
      },
    ],
  });
  expect(JSON.parse((await audit('export', '--json')).said.join('\n'))).toMatchObject({
    seals: [{ day: '2022-03-16' }, { day: '2022-03-17' }],
  });
});

test('用法或文件有误：说明白，不连数据库', async () => {
  const before = stopped;
  const damaged = join(folder, 'damaged.txt');
  await writeFile(damaged, '扶持操作记录摘要 第1版\n');
  for (const args of [
    [],
    ['check'],
    ['verify', 'more'],
    ['verify', '--out', 'x'],
    ['export', '--against', 'x'],
    ['verify', '--against', join(folder, 'none.txt')],
    ['verify', '--against', damaged],
  ]) {
    await expect(audit(...args)).rejects.toThrow(BadUsage);
  }
  expect(stopped).toBe(before);
});
