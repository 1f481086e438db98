import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BadUsage } from './command.ts';
import { readDocumentText } from './document-text.ts';
import { wordDocument } from './word-document.fixture.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fuchi-document-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('a text as it stands', async () => {
  expect(await readDocumentText(file('a.txt', '一、甲\n不低于 3 年'))).toBe('一、甲\n不低于 3 年');
});

test('the paragraphs of a Word document', async () => {
  const path = file('a.docx', wordDocument(['一、甲', '（一）投入不低于3000万元。']));
  const lines = (await readDocumentText(path)).split('\n').filter((l) => l !== '');
  expect(lines).toEqual(['一、甲', '（一）投入不低于3000万元。']);
});

test.each([
  ['a.txt', Buffer.from([0xc4, 0xea]), '不是 UTF-8 文字，请另存为 UTF-8'],
  ['a.docx', '不是压缩包', '读不出这份 .docx'],
  ['a.pdf', '%PDF-1.7', '不读 .pdf，请先另存为 .docx 或 .txt'],
  ['a.doc', '', '只读 .txt 和 .docx'],
])('%s that can’t be read', async (name, content, message) => {
  const path = file(name, content);
  await expect(readDocumentText(path)).rejects.toThrow(new BadUsage(`${message}：${path}`));
});

test('a file that isn’t there', async () => {
  const path = join(folder, 'none.txt');
  await expect(readDocumentText(path)).rejects.toThrow(new BadUsage(`没有这个文件：${path}`));
});
