import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestDatabase } from '@fuchi/platform-server/database/test-database.fixture';
import { expect, test } from 'vitest';

const bin = join(import.meta.dirname, 'fuchi.mjs');

function fuchi(env: Record<string, string>, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, said: stdout + stderr };
}

test('fuchi audit 从命令行核对 DATABASE_URL 的数据库；到不了的说明白', async () => {
  const database = await openTestDatabase();
  const found = fuchi({ DATABASE_URL: database.url }, 'audit', 'verify');
  await database.close();
  expect(found).toMatchObject({
    status: 0,
    said: expect.stringContaining('核对了0个事件、0个对象的记录、0天的封存'),
  });
  const empty = mkdtempSync(join(tmpdir(), 'fuchi-none-'));
  const none = fuchi({ FUCHI_DATA: empty, DATABASE_URL: '' }, 'audit', 'verify');
  rmSync(empty, { recursive: true });
  expect(none).toMatchObject({ status: 2, said: expect.stringContaining('没有数据库') });
});
