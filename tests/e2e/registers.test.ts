import { Buffer } from 'node:buffer';
import { listXlsx } from '@fuchi/documents/list/list-xlsx';
import type { Role } from '@fuchi/workflow/role';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testPerson } from '../../apps/server/test-person.fixture.ts';
import { executablePath, openBrowser } from './browser.ts';
import { type Desk, startDesk } from './desk.ts';
import { looksWell } from './looks-well.ts';

const FIRM = ['91320583MA1MPA7X76', '示例精工有限公司'] as const;
const OTHER = ['91320583MA1MPA7Y51', '示例纺织有限公司'] as const;
/** Well-formed, its check digit wrong. */
const DOUBTFUL = ['91320583MA1MPA7X70', '示例早年有限公司'] as const;
const HEADINGS = ['信用代码', '单位', '所在地'];

function workbook(headings: readonly string[], rows: readonly (readonly string[])[]): Buffer {
  const columns = headings.map((title) => ({ title, width: 20 }));
  return Buffer.from(listXlsx({ title: '名单', columns, rows }));
}

describe.skipIf(!executablePath)('名单', () => {
  let desk: Desk;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const faults: string[] = [];
  /** Refusals the test asks for; the browser tells of each on its console. */
  let refusals: RegExp | undefined;

  beforeAll(async () => {
    desk = await startDesk();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    faults.length = 0;
    refusals = undefined;
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !refusals?.test(message.text()))
        faults.push(message.text());
    });
  });
  afterEach(async () => {
    await context.close();
    expect([...faults, ...desk.faults]).toEqual([]);
  });

  const as = async (role: Role) => {
    const who = await testPerson(desk.db, desk.machine.at, role);
    const [name = '', value = ''] = who.cookie.split('=');
    await context.addCookies([{ name, value, url: desk.url }]);
    return who;
  };
  const heading = (name: string | RegExp) =>
    page.getByRole('heading', { level: 1, name }).waitFor();
  const region = (name: string | RegExp) => page.getByRole('region', { name });
  const press = (name: string | RegExp) => page.getByRole('button', { name }).click();

  test('导入：列名要指定，错误一次说全，改正后导入；再导入看变化；撤回；查询', {
    timeout: 240_000,
  }, async () => {
    await as('planning');
    await page.goto(`${desk.url}/registers`);
    await heading('名单');
    await page.getByText('未导入').first().waitFor();
    await looksWell(page, 'registers-empty');
    await page.getByRole('link', { name: '导入规模以上工业企业名单2022年度' }).click();
    await heading('导入规模以上工业企业名单');
    expect(await page.getByLabel('名单所属年度').inputValue()).toBe('2022');
    await looksWell(page, 'import-start');

    // Headings that no name is the same as: a person says which is which.
    const choose = (name: string, buffer: Buffer) =>
      page.locator('input[type=file]').setInputFiles({
        name,
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer,
      });
    await choose(
      '规上名单.xlsx',
      workbook(HEADINGS, [
        [...FIRM, '昆山市'],
        ['12345', '代码太短示例公司', '昆山市'],
        [...OTHER, '没有这个市'],
        [...DOUBTFUL, '昆山市'],
        ['', '没有代码示例公司', ''],
      ]),
    );
    await page.getByText('没有找到必需的列：单位名称').waitFor();
    await looksWell(page, 'import-headings');
    await page.getByLabel('单位名称（必需）').selectOption({ label: 'B列：单位' });
    await press('按这样对应，重新核对');
    await region('二、核对').getByText('可以导入').waitFor();
    await region('二、核对').getByText('信用代码“12345”不是18位').waitFor();
    await region('二、核对').getByText('没有“没有这个市”这个地区').waitFor();
    await region('二、核对')
      .getByText(/校验位不符/)
      .waitFor();
    await looksWell(page, 'import-faults');

    // Corrected: the same file without its faults, its headings as the register calls them.
    await choose(
      '规上名单（改正）.xlsx',
      workbook(
        ['统一社会信用代码', '单位名称', '所在地'],
        [
          [...FIRM, '昆山市'],
          [...OTHER, '常熟市'],
          [...DOUBTFUL, '昆山市'],
        ],
      ),
    );
    await region('三、确认导入').waitFor();
    await region('二、核对').getByText('第一次导入').waitFor();
    refusals = /status of 422/;
    await press(/^导入2行/);
    await page.getByText('请写明依据的文件').waitFor();
    await page.getByLabel('依据的文件').fill('示例统计函〔2022〕1号');
    await page.getByLabel('截至日期').fill('2022-02-28');
    await press(/^导入2行/);
    await page.getByText('有1行不能导入').waitFor();
    refusals = undefined;
    await page.getByLabel(/校验位不符的1行代码无误/).check();
    await looksWell(page, 'import-confirm');
    await press(/^导入3行/);
    await region('已经导入')
      .getByText(/2022年度第1版，共3行/)
      .waitFor();
    await page.getByRole('link', { name: '查看这份名单' }).click();
    await heading('规模以上工业企业名单');
    await region('查找').getByText(OTHER[1]).waitFor();
    await page.getByLabel('信用代码或单位名称').fill('精工');
    await page.keyboard.press('Enter');
    await region('查找').getByText('共1行').waitFor();
    await looksWell(page, 'register');

    // The next list is pasted; what it changes is seen before it is confirmed.
    await page.goto(`${desk.url}/registers/above-scale/import?year=2022`);
    await page.getByText('或者从表格里复制').click();
    const pasted = [
      ['信用代码', '企业名称', '所在地'],
      [...FIRM, '常熟市'],
    ];
    await page.getByLabel('连同列名一起复制').fill(pasted.map((row) => row.join('\t')).join('\n'));
    await press('用粘贴的内容');
    await region('二、核对').getByText('新增0行，减少2行，变更1行，不变0行').waitFor();
    await region('二、核对').getByText('所在地：昆山市 → 常熟市').waitFor();
    await looksWell(page, 'import-changes');
    await page.getByLabel('依据的文件').fill('示例统计函〔2022〕2号');
    await page.getByLabel('截至日期').fill('2022-03-10');
    await press('导入1行');
    await page.getByRole('link', { name: '查看这份名单' }).click();
    await press('看第2版的变化');
    await page.getByRole('dialog').getByText('减少2行').waitFor();
    await looksWell(page, 'changes-dialog');
    await page.keyboard.press('Escape');
    await press('撤回第2版');
    await page.getByRole('dialog').getByLabel('原因').fill('公布单位更正了名单');
    await looksWell(page, 'withdraw-dialog');
    await page.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).click();
    await region('历次导入').getByText('原因：公布单位更正了名单').waitFor();
    await region('现在用的')
      .getByText(/第1版，截至2022-02-28/)
      .waitFor();
    await looksWell(page, 'register-withdrawn');
  });

  test('县里的推荐单位查得到单位和编号，不能导入', async () => {
    await as('recommender-handler');
    await page.goto(`${desk.url}/registers`);
    await heading('名单');
    expect(await page.getByRole('link', { name: /^导入/ }).count()).toBe(0);
    await page.getByRole('link', { name: '查单位、查发票编号' }).click();
    await heading('查单位、查编号');
    await page.getByLabel('统一社会信用代码', { exact: true }).fill(FIRM[0].toLowerCase());
    await page.keyboard.press('Enter');
    await region(/^在册的名单 1/)
      .getByText('规模以上工业企业', { exact: false })
      .first()
      .waitFor();
    await region(/^不在册和未核的名单/)
      .getByText('未核')
      .first()
      .waitFor();
    await looksWell(page, 'check');
    const numbers = region('查编号在历年项目里用过没有');
    await numbers.getByLabel('号码', { exact: true }).fill('00123456');
    await page.keyboard.press('Enter');
    await numbers.getByText('只有号码，没有代码').waitFor();
    await page.goto(`${desk.url}/registers/above-scale/import`);
    await page.getByText('您的岗位只能查看').waitFor();
  });

  test('单位只看到名单上的本单位', async () => {
    const who = await as('filler');
    await desk.db
      .updateTable('organisation')
      .set({ credit_code: FIRM[0], name: FIRM[1] })
      .where('id', '=', who.organisation.id)
      .execute();
    await page.goto(`${desk.url}/registers/own`);
    await heading('名单上的本单位');
    await region(/^在册的名单 1/).waitFor();
    await looksWell(page, 'own');
    refusals = /status of 403/;
    await page.goto(`${desk.url}/registers`);
    await page.getByText('您的角色没有这项权限').waitFor();
  });
});
