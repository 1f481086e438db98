import { readFile } from 'node:fs/promises';
import { listXlsx } from '@fuchi/documents/list/list-xlsx';
import { openWorkbook } from '@fuchi/documents/workbook/open-workbook';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { executablePath } from './browser.ts';
import { looksWell } from './looks-well.ts';
import { openSite } from './site.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe.skipIf(!executablePath)('上传Excel填明细', () => {
  const site = openSite();
  let page: Page;
  let url: string;
  beforeEach(() => {
    ({ page, url } = site());
  });

  const deals = () => page.getByRole('group', { name: '并购项目', exact: true });
  const cell = (row: number, name: string) =>
    deals().getByRole('textbox', { name: `第${row}个 ${name}`, exact: true });
  const preview = () => page.getByRole('dialog', { name: /里的内容$/u });
  const upload = async (rows: readonly (readonly string[])[]) => {
    const columns = ['目标企业', '并购成功日期', '备注'].map((title) => ({ title, width: 20 }));
    const buffer = Buffer.from(listXlsx({ title: '并购', columns, rows }));
    await deals()
      .getByLabel('并购项目：选择Excel文件')
      .setInputFiles({ name: '示例.xlsx', mimeType: XLSX, buffer });
  };

  test('先预览，问题按单元格说，没有问题的行添进来，可以撤销；文件不离开浏览器', async () => {
    await page.goto(`${url}/lines/merger`);
    await deals().getByRole('button', { name: '添加一个' }).click();
    await cell(1, '目标企业').fill('示例一公司');
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(request.url());
    });
    await upload([
      ['示例二公司', '2021/3/1', '甲'],
      ['示例三公司', '2021-02-30', '乙'],
      ['合计', '', ''],
      ['示例四公司', '2021年5月6日', '丙'],
    ]);
    await preview().getByText('没有认出这几列，没有取：备注。').waitFor();
    const faults = preview().getByRole('list', { name: '要改的单元格' }).getByRole('listitem');
    await preview().getByText('第4行是合计，没有取：合计由系统计算。').waitFor();
    expect(await faults.count()).toBe(1);
    expect(await faults.first().textContent()).toMatch(/^B3 “并购成功日期”.+。$/u);
    await looksWell(page, 'row-upload');
    await preview().getByRole('button', { name: '接在后面，添加2个' }).click();
    await cell(3, '目标企业').waitFor();
    expect(await cell(1, '目标企业').inputValue()).toBe('示例一公司');
    expect(await cell(2, '并购成功日期').inputValue()).toBe('2021-03-01');
    expect(await cell(3, '目标企业').inputValue()).toBe('示例四公司');
    await deals().getByRole('button', { name: '撤销上传' }).click();
    await expect.poll(() => cell(2, '目标企业').count()).toBe(0);
    await upload([['示例五公司', '2021-06-01', '']]);
    await preview().getByRole('button', { name: '替换现有的1个' }).click();
    await expect.poll(() => cell(1, '目标企业').inputValue()).toBe('示例五公司');
    expect(sent).toEqual([]);
  });

  test('不是表格的文件说明为什么不读；模板填了再传，认得每一列', async () => {
    await page.goto(`${url}/lines/merger`);
    await deals()
      .getByLabel('并购项目：选择Excel文件')
      .setInputFiles({ name: '清单.xlsx', mimeType: XLSX, buffer: Buffer.from('目标企业') });
    await deals()
      .getByRole('alert')
      .getByText(/“清单\.xlsx”没有读取：这不是 Excel 文件/u)
      .waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      deals().getByRole('button', { name: '下载模板：并购项目' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('并购项目（模板）.xlsx');
    const bytes = await readFile(await download.path());
    const heads = [...openWorkbook(bytes).cells('并购项目').values()].map(({ text }) => text);
    expect(heads).toContain('目标企业');
    const columns = heads.map((title) => ({ title, width: 20 }));
    const filled = heads.map((head) => (head === '目标企业' ? '示例六公司' : ''));
    await deals()
      .getByLabel('并购项目：选择Excel文件')
      .setInputFiles({
        name: '示例.xlsx',
        mimeType: XLSX,
        buffer: Buffer.from(listXlsx({ title: '并购', columns, rows: [filled] })),
      });
    await preview().getByRole('button', { name: '添加1个', exact: true }).click();
    await expect.poll(() => cell(1, '目标企业').inputValue()).toBe('示例六公司');
  });
});
