import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readGuideFolder } from './guide-folder.ts';

let root = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'fuchi-guide-'));
  await mkdir(join(root, 'guide/lines'), { recursive: true });
  await mkdir(join(root, 'other'));
  await writeFile(join(root, 'guide/guide.yaml'), '指南: 示例\n');
  await writeFile(join(root, 'guide/lines/a.yaml'), '项目类别: a\n');
  await writeFile(join(root, 'guide/notes.txt'), 'not a guide file\n');
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe('readGuideFolder', () => {
  it('names files inside the folder, however the folder is written', async () => {
    const written = ['guide', 'guide/', 'other/../guide', './guide//'];
    const found = await Promise.all(written.map((w) => readGuideFolder(`${root}/${w}`)));
    for (const folder of found) {
      expect([...(folder?.files.keys() ?? [])]).toEqual(['guide.yaml', 'lines/a.yaml']);
      expect(folder?.digest).toBe(found[0]?.digest);
    }
  });
  it('has a digest that changes with any file', async () => {
    const before = await readGuideFolder(join(root, 'guide'));
    await writeFile(join(root, 'guide/lines/a.yaml'), '项目类别: b\n');
    const after = await readGuideFolder(join(root, 'guide'));
    expect(after?.digest).not.toBe(before?.digest);
  });
  it('is undefined where there is no folder', async () => {
    expect(await readGuideFolder(join(root, 'nowhere'))).toBeUndefined();
    expect(await readGuideFolder(join(root, 'guide/guide.yaml'))).toBeUndefined();
  });
});
