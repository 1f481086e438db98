import type { BrowserContext, Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { axeFaults } from './axe.ts';
import { executablePath } from './browser.ts';
import { beyondEdge, openSite } from './site.ts';

interface Described {
  readonly operationId: string;
  readonly summary: string;
  readonly requestBody?: { readonly content: object };
  readonly responses: Readonly<Record<string, { readonly content?: object }>>;
}

describe.skipIf(!executablePath)('接口', () => {
  const site = openSite();
  let page: Page;
  let context: BrowserContext;
  let url: string;
  beforeEach(() => {
    ({ page, context, url } = site());
  });

  const open = async () => {
    await page.goto(url);
    await page
      .getByRole('navigation', { name: '栏目' })
      .getByRole('link', { name: '接口' })
      .click();
    await page.getByRole('heading', { level: 1, name: /^接口/ }).waitFor();
    await page.getByRole('heading', { level: 2, name: /^评估一个项目类别/ }).waitFor();
  };
  const form = (name: string) => page.getByRole('form', { name: `运行：${name}`, exact: true });
  const run = async (name: string) => {
    await form(name).getByRole('button', { name: '运行' }).click();
    const answer = form(name).getByRole('region', { name: '回答的内容' });
    await answer.waitFor();
    return JSON.parse((await answer.textContent()) ?? '');
  };

  test('列出全部接口，例子一个个都能运行', async () => {
    await open();
    const description = await (await fetch(`${url}/api/openapi.json`)).json();
    for (const [path, methods] of Object.entries<Record<string, Described>>(description.paths)) {
      for (const { operationId, summary, requestBody, responses } of Object.values(methods)) {
        await page.getByRole('heading', { level: 2, name: new RegExp(`^${summary} `) }).waitFor();
        const types = [requestBody, responses['200']].flatMap((o) => Object.keys(o?.content ?? {}));
        if (types.some((type) => type !== 'application/json')) {
          // A file goes in or comes out: there is a command, and nothing to run in the page.
          const command = page
            .locator(`#${operationId}`)
            .getByRole('region', { name: 'curl 命令' });
          expect(await command.textContent(), path).toContain(`curl `);
          continue;
        }
        await form(summary).getByRole('button', { name: '运行' }).click();
        await form(summary).getByText('200 成功').waitFor();
        expect(
          await form(summary)
            .getByText(/^请求编号 [0-9a-f-]{36}$/)
            .count(),
          path,
        ).toBe(1);
      }
    }
    expect(await axeFaults(page)).toEqual([]);
  });

  test('改了请求内容再运行，回答跟着变', async () => {
    await open();
    const first = await run('评估一个项目类别');
    expect(first).toMatchObject({ line: 'tech-upgrade', verdict: 'eligible' });
    const body = form('评估一个项目类别').getByRole('textbox', { name: /^请求内容/ });
    await body.fill('{"facts": {"规模以上工业企业": "否"}}');
    await form('评估一个项目类别').getByRole('button', { name: '运行' }).click();
    await form('评估一个项目类别').getByText('"ineligible"').first().waitFor();
  });

  test('写错了，错误一次列全，中文英文都有', async () => {
    site().allow(/status of 422/);
    await open();
    await form('评估全部项目类别').getByRole('combobox', { name: '例子' }).selectOption('faulty');
    const fault = await run('评估全部项目类别');
    await form('评估全部项目类别').getByText('422 被拒绝').waitFor();
    expect(fault).toMatchObject({ code: 'bad-input', message: '输入有3处错误' });
    expect(fault.faults).toHaveLength(3);
    for (const { message, messageEn } of fault.faults) {
      expect(message).toMatch(/\p{Script=Han}/u);
      expect(messageEn).toMatch(/^[A-Z“]/);
    }
    expect(await axeFaults(page)).toEqual([]);
  });

  test('没有这个类别就说没有', async () => {
    site().allow(/status of 404/);
    await open();
    await form('一个项目类别').getByRole('textbox', { name: /^line/ }).fill('没有/这个');
    const fault = await run('一个项目类别');
    expect(fault).toMatchObject({ code: 'unknown-line', requestId: expect.any(String) });
  });

  test('不是 JSON 的内容照样发送，服务说明错在哪里', async () => {
    site().allow(/status of 400/);
    await open();
    await form('评估一个项目类别')
      .getByRole('textbox', { name: /^请求内容/ })
      .fill('{"facts": ');
    expect(await run('评估一个项目类别')).toMatchObject({ code: 'bad-json' });
  });

  test('复制得到能用的 curl 命令', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open();
    await form('评估一个项目类别').getByRole('button', { name: '复制为 curl 命令' }).click();
    await form('评估一个项目类别').getByText('已复制').waitFor();
    const command = await page.evaluate(() => navigator.clipboard.readText());
    expect(command).toContain(`curl -X POST '${url}/api/lines/tech-upgrade/assess'`);
    expect(command).toContain('"规模以上工业企业": "是"');
  });

  test('只用键盘也能运行', async () => {
    await open();
    await form('指南的版本').getByRole('button', { name: '运行' }).focus();
    await page.keyboard.press('Enter');
    await form('指南的版本').getByText('200 成功').waitFor();
    const answer = form('指南的版本').getByRole('region', { name: '回答的内容' });
    await answer.focus();
    expect(await answer.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('读取不到接口说明时说清楚，可以重试', async () => {
    site().allow(/ERR_FAILED/);
    await page.route('**/api/openapi.json', (route) => route.abort());
    await page.goto(`${url}/interface`);
    await page.getByText('读取不到接口说明，请检查网络后重试。').waitFor();
    await page.unroute('**/api/openapi.json');
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByRole('heading', { level: 2, name: /^指南的版本/ }).waitFor();
  });

  test('手机宽度不横向滚动', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open();
    await run('评估一个项目类别');
    for (const summary of await page.locator('.api-fields summary').all()) await summary.click();
    expect(await beyondEdge(page)).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
  });
});
