import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDocumentText } from '@fuchi/platform-server/document-text';
import type { Page, Request } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { NO_ANSWERS } from '../../features/assessment/answers/answers.ts';
import { linkPart } from '../../features/assessment/answers/link.ts';
import { axeFaults } from './axe.ts';
import { executablePath, openGuide } from './browser.ts';
import { openSite } from './site.ts';

describe.skipIf(!executablePath)('自测报告的Word文件', () => {
  const site = openSite();
  let page: Page;
  let url: string;
  beforeEach(() => {
    ({ page, url } = site());
  });

  test('在页面里生成：与页面一致，填写的内容不离开本机，写文件的程序用到才下载', async () => {
    const guide = await openGuide();
    const answers = { ...NO_ANSWERS, facts: { 规模以上工业企业: '是', 项目总投入: '4321.5' } };
    await page.goto(`${url}/#${await linkPart(guide, answers)}`);
    await page.getByRole('link', { name: '自测报告' }).click();
    await page.getByRole('heading', { level: 1, name: '政策匹配自测报告' }).waitFor();
    const requests: Request[] = [];
    page.on('request', (request) => requests.push(request));
    const begun = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载Word' }).click();
    const download = await begun;
    expect(download.suggestedFilename()).toMatch(/^政策匹配自测报告\d{4}-\d{2}-\d{2}\.docx$/);
    const folder = mkdtempSync(join(tmpdir(), 'fuchi-report-'));
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    const text = await readDocumentText(path).finally(() => rmSync(folder, { recursive: true }));
    for (const part of [guide.guide.digest, '4321.5', '补助上限是指南允许的最高额']) {
      expect(text).toContain(part);
    }
    const headings = await page.getByRole('article').getByRole('heading').allTextContents();
    for (const heading of headings) expect(text).toContain(heading);
    expect(requests.map((request) => request.resourceType())).toEqual(requests.map(() => 'script'));
    expect(requests.length).toBeGreaterThan(0);
    expect(requests.map((request) => request.postData())).toEqual(requests.map(() => null));
    expect(await axeFaults(page)).toEqual([]);
  });

  test('写文件的程序下载不了时说清楚', async () => {
    site().allow(/Failed to load resource|Failed to fetch/);
    const guide = await openGuide();
    const answers = { ...NO_ANSWERS, facts: { 规模以上工业企业: '是' } };
    await page.goto(`${url}/#${await linkPart(guide, answers)}`);
    await page.getByRole('link', { name: '自测报告' }).click();
    await page.getByRole('heading', { level: 1, name: '政策匹配自测报告' }).waitFor();
    await page.route('**/*.js', (route) => route.abort());
    await page.getByRole('button', { name: '下载Word' }).click();
    await page.getByRole('alert').getByText('没有生成Word文件').waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });
});
