import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { FileType } from '@fuchi/record-upload/contract-purpose';
import { fileOf } from '@fuchi/record-upload/file.fixture';
import { afterAll, expect, test } from 'vitest';
import { type CountedPages, pagesOf } from './pages-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'fuchi-pages-'));
afterAll(() => rmSync(folder, { recursive: true }));

const counted = (bytes: Uint8Array, type: FileType): Promise<CountedPages> => {
  const path = join(folder, 'file');
  writeFileSync(path, bytes);
  return pagesOf({ path, type });
};
const pdf = async (password?: string) => {
  const made = await PDFDocument.create();
  made.addPage();
  made.addPage();
  if (password !== undefined) made.encrypt({ userPassword: password, ownerPassword: 'other' });
  return made.save();
};

test('PDF按页数，图片一页，其他不计', async () => {
  expect(await counted(await pdf(), 'pdf')).toEqual({ ok: true, pages: 2 });
  expect(await counted(await pdf(''), 'pdf')).toEqual({ ok: true, pages: 2 });
  expect(await counted(await fileOf('png'), 'png')).toEqual({ ok: true, pages: 1 });
  expect(await counted(await fileOf('xlsx'), 'xlsx')).toEqual({ ok: true, pages: null });
});

test('有密码的和打不开的PDF分得清', async () => {
  expect(await counted(await pdf('secret'), 'pdf')).toEqual({ ok: false, code: 'encrypted' });
  expect(await counted(Buffer.from('%PDF-1.7\n%%EOF'), 'pdf')).toEqual({
    ok: false,
    code: 'broken',
  });
});
