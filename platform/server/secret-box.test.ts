import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSecretBox } from './secret-box.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fuchi-key-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('封了能打开；换了用途、改了一位都打不开', async () => {
  const box = await openSecretBox(join(folder, 'key'));
  const sealed = box.seal('密码之外的秘密', 'totp 7');
  expect(box.open(sealed, 'totp 7')).toBe('密码之外的秘密');
  expect(() => box.open(sealed, 'totp 8')).toThrow();
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => box.open(changed, 'totp 7')).toThrow();
  }
  expect(box.seal('密码之外的秘密', 'totp 7').equals(sealed)).toBe(false);
});

test('两个进程同时第一次启动，用的是同一把钥匙，别人读不到', async () => {
  const file = join(folder, 'shared');
  const [one, other] = await Promise.all([openSecretBox(file), openSecretBox(file)]);
  expect(other.open(one.seal('x', 'p'), 'p')).toBe('x');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await readdir(folder)).filter((name) => name.startsWith('shared-'))).toEqual([]);
});

test('不是钥匙的文件不当钥匙', async () => {
  const file = join(folder, 'broken');
  await writeFile(file, 'short\n');
  await expect(openSecretBox(file)).rejects.toThrow('密钥文件有误');
});
