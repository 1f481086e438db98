import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { guideLine, openGuide } from './open-guide.ts';

const GUIDE = join(import.meta.dirname, '../../guides/jiangsu-2022');

test('a sound guide opens, and the log names it', async () => {
  const { guide } = await openGuide(GUIDE);
  expect(guideLine(guide)).toBe(
    `jiangsu-2022 ${guide.guide.version} ${guide.guide.digest.slice(0, 12)}，28个项目类别`,
  );
});

test('a guide with faults keeps the server from starting, and is told how many and which', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fuchi-guide-'));
  writeFileSync(join(folder, 'guide.yaml'), '指南: x\n没有这个键: 1\n');
  await expect(openGuide(folder)).rejects.toThrow(
    /^指南有\d+处错误，服务不启动。.*fuchi check .*\n {2}\S+:\d+:\d+ /,
  );
  rmSync(folder, { recursive: true });
});

test('a folder that is not there is said to be missing', async () => {
  await expect(openGuide('/no/such/guide')).rejects.toThrow('没有这个指南文件夹');
});
