import { readFile } from 'node:fs/promises';
import { writeDocx } from '@fuchi/documents/docx/docx-writer';
import { formDocument } from '@fuchi/documents/form/form-document';
import { writeXlsx } from '@fuchi/documents/xlsx/xlsx-writer';
import { blankFilling, type Filling, NO_TARGET } from '@fuchi/forms/filling';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { axeFaults } from './axe.ts';
import { executablePath, openGuide } from './browser.ts';
import { formCell, INVESTED, openForm } from './form-page.ts';
import { beyondEdge, openSite } from './site.ts';

const FILLING: Filling = {
  ...blankFilling('1-8'),
  kinds: ['地址溯源'],
  targets: { 项目总投入: [{ ...NO_TARGET, value: '3000' }] },
};

const { guide } = await openGuide();
const form = guide.forms.find((f) => f.id === '1-8');
if (!form) throw new Error('1-8 is missing');

describe.skipIf(!executablePath)('a form as a file and back', () => {
  const site = openSite();
  let page: Page;
  let url: string;
  beforeEach(() => {
    ({ page, url } = site());
  });
  const open = () => openForm(page, url, '1-8');

  test('Word and Excel files are made in the page: nothing filled in leaves the machine', async () => {
    await open();
    await page.getByRole('radio', { name: '地址溯源' }).check();
    await formCell(page, INVESTED).fill('3000');
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET' || request.url().includes('/api/')) sent.push(request.url());
    });
    for (const [button, name, bytes] of [
      ['下载填好的表：Word', '.docx', writeDocx(formDocument(form, FILLING, guide))],
      ['下载填好的表：Excel', '.xlsx', writeXlsx(form, FILLING, guide)],
      ['下载空白表：Excel', '.xlsx', writeXlsx(form, blankFilling('1-8'), guide)],
    ] as const) {
      const begun = page.waitForEvent('download');
      await page.getByRole('button', { name: button }).click();
      const download = await begun;
      expect(download.suggestedFilename()).toBe(`附件1-8 工业互联网安全项目绩效目标申报表${name}`);
      expect(new Uint8Array(await readFile(await download.path()))).toEqual(bytes);
    }
    expect(sent).toEqual([]);
  });

  test('a PDF is set by the server, blank and filled in', async () => {
    await open();
    await formCell(page, INVESTED).fill('3000');
    for (const button of ['下载空白表：PDF', '下载填好的表：PDF']) {
      const begun = page.waitForEvent('download');
      await page.getByRole('button', { name: button }).click();
      const download = await begun;
      expect(download.suggestedFilename()).toBe('附件1-8 工业互联网安全项目绩效目标申报表.pdf');
      expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
    }
  });

  const xlsx = (bytes: Uint8Array, name = '申报表.xlsx') => ({
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(bytes),
  });
  const upload = (file: ReturnType<typeof xlsx>) =>
    page.getByLabel(/选择填好的Excel/).setInputFiles(file);
  const result = () => page.getByRole('region', { name: '读取结果' });

  test('a filled spreadsheet shows what it would change before it does, and can be taken back', async () => {
    await open();
    await formCell(page, '项目名称').fill('示例项目');
    await formCell(page, INVESTED).fill('2000');
    const filled = { ...FILLING, header: { 项目承担单位: '示例公司' } };
    await upload(xlsx(writeXlsx(form, filled, guide)));
    await result().getByText('有4处与现在所填的不同').waitFor();
    const row = result().getByRole('row').filter({ hasText: '项目总投入' });
    expect(await row.getByRole('cell').allTextContents()).toEqual(['2000', '3000']);
    expect(await formCell(page, INVESTED).inputValue()).toBe('2000');
    expect(await axeFaults(page)).toEqual([]);
    await result().getByRole('button', { name: '换成文件里的内容（4处）' }).click();
    expect(await formCell(page, INVESTED).inputValue()).toBe('3000');
    expect(await formCell(page, '项目名称').inputValue()).toBe('');
    expect(await page.getByRole('radio', { name: '地址溯源' }).isChecked()).toBe(true);
    await page.getByRole('button', { name: '撤销' }).click();
    expect(await formCell(page, '项目名称').inputValue()).toBe('示例项目');
  });

  test('faults are told by cell, and what is good is taken all the same', async () => {
    await open();
    const spoilt: Filling = {
      ...FILLING,
      targets: { ...FILLING.targets, 主营业务收入: [{ ...NO_TARGET, value: '9'.repeat(501) }] },
    };
    await upload(xlsx(writeXlsx(form, spoilt, guide)));
    await result().getByText('有1处没有读入').waitFor();
    await result()
      .getByText(/^[A-Z]+\d+ 主营业务收入（万元）/)
      .waitFor();
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await beyondEdge(page)).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
    await result()
      .getByRole('button', { name: /换成文件里的内容/ })
      .click();
    expect(await formCell(page, INVESTED).inputValue()).toBe('3000');
  });

  test('a file of another form is refused by name, dragged as well as picked, and nothing changes', async () => {
    await open();
    await formCell(page, INVESTED).fill('2000');
    site().allow(/status of 422/);
    const other = guide.forms.find((f) => f.id === '1-7');
    if (!other) throw new Error('1-7 is missing');
    const bytes = writeXlsx(other, blankFilling('1-7'), guide);
    const dropped = await page.evaluateHandle(
      (content) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(content)], '别的表.xlsx'));
        return data;
      },
      [...bytes],
    );
    await page.locator('.upload-box').dispatchEvent('drop', { dataTransfer: dropped });
    const told = page.getByRole('alert').filter({ hasText: '别的表.xlsx' });
    await told.getByText('文件是附件1-7，这里要的是附件1-8').waitFor();
    expect(await result().count()).toBe(0);
    expect(await formCell(page, INVESTED).inputValue()).toBe('2000');
  });
});
