import { signInForTests } from '@fuchi/record-person/sign-in.fixture';
import { fileOf } from '@fuchi/record-upload/file.fixture';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { executablePath, openBrowser } from './browser.ts';
import { type Desk, startDesk } from './desk.ts';
import { looksWell } from './looks-well.ts';

const CODE = '91440300192317458F';
const WRONG_CODE = '91440300192317458A';

describe.skipIf(!executablePath)('企业注册', () => {
  let desk: Desk;
  let browser: Browser;
  let recommender: string;
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];
  /** Refusals and cut lines the test asks for; the browser tells of each on its console. */
  let allowed: RegExp | undefined;

  beforeAll(async () => {
    desk = await startDesk();
    browser = await openBrowser();
    const { id } = await desk.db
      .insertInto('organisation')
      .values({
        kind: 'recommender',
        name: '示例昆山市工信局',
        territory: '320583',
        level: 'county',
        department: '工信',
        created_at: new Date(0),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    recommender = id;
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });
  beforeEach(async () => {
    await desk.db.deleteFrom('sign_in_failure').execute();
    faults.length = 0;
    allowed = undefined;
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    expect([...faults, ...desk.faults]).toEqual([]);
  });

  /** Somebody's own browser. */
  const open = async (cookie?: string): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    contexts.push(context);
    if (cookie !== undefined) {
      const [name = '', value = ''] = cookie.split('=');
      await context.addCookies([
        { name, value, url: desk.url },
        { name: 'fuchi-signed-in', value: '1', url: desk.url },
      ]);
    }
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      const text = message.text();
      if (message.type() === 'error' && !allowed?.test(text)) faults.push(text);
    });
    return page;
  };
  const official = async () => {
    const asked = {
      role: 'recommender-handler',
      organisation: recommender,
      machine: desk.machine.at,
    } as const;
    return open((await signInForTests(desk.db, asked)).cookie);
  };
  const heading = (page: Page, name: string) =>
    page.getByRole('heading', { level: 1, name }).waitFor();
  const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
  const press = (page: Page, name: string) =>
    page.getByRole('button', { name, exact: true }).click();
  const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
  const scan = async (page: Page, label: string, says: string) => {
    const buffer = await fileOf('pdf', says);
    await field(page, label).setInputFiles({ name: `${says}.pdf`, mimeType: '', buffer });
    await page.getByRole('link', { name: `${says}.pdf` }).waitFor();
  };
  /** Makes an account from the keyboard alone. @returns its login */
  const newAccount = async (page: Page): Promise<string> => {
    await page.goto(`${desk.url}/registration`);
    await field(page, '姓名').focus();
    for (const typed of ['示例经办', '13800001234', 'sample@example.com', 'sample']) {
      await page.keyboard.type(typed);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type('Tall-Bridge-417');
    await field(page, '再输入一次').focus();
    await page.keyboard.type('Tall-Bridge-417');
    await page.keyboard.press('Enter');
    const login = page.getByText(/^sample-\d{4}$/);
    await login.waitFor();
    return (await login.textContent()) ?? '';
  };
  const fill = async (page: Page, code: string) => {
    await field(page, '统一社会信用代码').fill(code);
    await field(page, '单位名称').fill('示例精工有限公司');
    await field(page, '注册地（设区市）').selectOption('苏州市');
    await field(page, '县（市、区）').selectOption('昆山市');
    await expect.poll(() => field(page, '项目推荐单位').inputValue()).toBe(recommender);
  };

  test('从建账号到通过：填错、补正、再交，两边的浏览器', async () => {
    allowed = /status of 422/;
    const firm = await open();
    await firm.goto(`${desk.url}/sign-in`);
    await firm.getByRole('link', { name: '注册单位' }).click();
    await heading(firm, '企业注册');
    await looksWell(firm);
    await press(firm, '建立账号');
    await says(firm, '请输入姓名');
    await looksWell(firm);
    const login = await newAccount(firm);
    await looksWell(firm);

    await press(firm, '提交审核');
    await says(firm, '请上传营业执照');
    await looksWell(firm);
    await fill(firm, WRONG_CODE);
    await says(firm, /最后一位应为F，填的是A/);
    await field(firm, '代码校验不过的情况').waitFor();
    await field(firm, '统一社会信用代码').fill(CODE);
    await says(firm, '代码校验通过，还没有单位注册');
    await scan(firm, '营业执照', '执照');
    await scan(firm, '授权书', '没有盖章的授权书');
    await says(firm, /^已保存 \d\d:\d\d，尚未提交$/);
    await looksWell(firm);
    const [letter] = await Promise.all([
      firm.waitForEvent('download'),
      press(firm, '下载授权书样本（Word）'),
    ]);
    expect(letter.suggestedFilename()).toBe('授权书.docx');

    await firm.reload();
    await expect.poll(() => field(firm, '单位名称').inputValue()).toBe('示例精工有限公司');
    await firm.getByRole('link', { name: '执照.pdf', exact: true }).waitFor();
    await press(firm, '提交审核');
    await says(firm, /^已经提交，示例昆山市工信局正在审核/);
    await looksWell(firm);

    const office = await official();
    await office.goto(`${desk.url}/registrations`);
    await heading(office, '企业注册审核');
    await looksWell(office);
    await office.getByRole('link', { name: '示例精工有限公司' }).click();
    await heading(office, '示例精工有限公司');
    await office.getByTitle('营业执照的扫描件').waitFor();
    await says(office, '校验通过（GB 32100）');
    await says(office, '未核：名单还没有导入');
    await looksWell(office);
    await press(office, '退回补正');
    await says(office, '请写明理由，申请人看得到');
    await field(office, '意见').fill('授权书没有盖章');
    await field(office, '意见').press('Tab');
    await office.keyboard.press('Tab');
    await office.keyboard.press('Enter');
    await office.locator('.tag', { hasText: '退回补正' }).waitFor();
    await looksWell(office);

    await firm.reload();
    await says(firm, '请补正：授权书没有盖章');
    await looksWell(firm);
    await scan(firm, '授权书', '盖章的授权书');
    await press(firm, '重新提交');
    await says(firm, /正在审核/);

    await office.reload();
    await office.getByRole('button', { name: '通过', exact: true }).focus();
    await office.keyboard.press('Enter');
    await office.locator('.tag', { hasText: '已通过' }).waitFor();
    await office.getByRole('link', { name: '企业注册审核' }).click();
    await says(office, '没有等待审核的注册。');

    await firm.reload();
    await says(firm, '示例精工有限公司已经通过，您是单位管理员。');
    await looksWell(firm);
    await firm.getByRole('link', { name: '进入单位管理员的工作台' }).click();
    await heading(firm, '选择岗位');
    await firm.getByRole('button', { name: /^单位管理员/ }).click();
    await firm.getByRole('banner').getByText('示例精工有限公司').waitFor();
    expect(login).toMatch(/^sample-\d{4}$/);
  }, 300_000);

  test('代码已经注册：知道该问谁，改为接管', async () => {
    allowed = /status of 422/;
    const firm = await open();
    await newAccount(firm);
    await fill(firm, CODE);
    await says(firm, /^“示例精工有限公司”已用这个代码注册。请联系本单位的管理员（示\*\*）/);
    await looksWell(firm);
    await press(firm, '改为接管');
    await says(firm, '将接管“示例精工有限公司”');
    await scan(firm, '营业执照', '新执照');
    await scan(firm, '授权书', '新授权书');
    await press(firm, '提交审核');
    await says(firm, '接管：示例精工有限公司');

    const office = await official();
    await office.goto(`${desk.url}/registrations`);
    await office.getByRole('link', { name: '示例精工有限公司' }).click();
    await says(office, '现任管理员：示例经办，通过后岗位结束');
    await press(office, '查看完整的电话');
    await office.getByRole('dialog').getByLabel('原因').fill('核对授权书');
    await office.getByRole('dialog').getByRole('button', { name: '查看' }).click();
    await says(office, '13800001234');
  }, 300_000);

  test('传到一半线断了，自己接着传；关了页面，再选一次从断的地方接着传', async () => {
    allowed = /Failed to load resource/;
    const firm = await open();
    await newAccount(firm);
    const bytes = await fileOf('pdf', '示例'.repeat(300_000));
    const file = { name: '大执照.pdf', mimeType: 'application/pdf', buffer: bytes };
    const offsets: number[] = [];
    let cut = 2;
    await firm.route('**/api/uploads/*/content?offset=*', async (route) => {
      const offset = Number(new URL(route.request().url()).searchParams.get('offset'));
      if (offset > 0 && cut > 0) {
        cut -= 1;
        await route.abort('connectionreset');
      } else {
        offsets.push(offset);
        await route.continue();
      }
    });
    const choose = () => field(firm, '营业执照').setInputFiles(file);
    await choose();
    await says(firm, '连不上服务器，恢复后自动接着传……');
    await looksWell(firm);
    await firm.getByRole('link', { name: '大执照.pdf' }).waitFor();
    expect(offsets.filter((offset) => offset === 0)).toHaveLength(1);
    await press(firm, '移除大执照.pdf');

    cut = Number.POSITIVE_INFINITY;
    offsets.length = 0;
    await choose();
    await says(firm, '连不上服务器，恢复后自动接着传……');
    await firm.reload();
    await says(firm, /^上次传到\d+%，请再选一次这个文件，从那里接着传$/);
    await looksWell(firm);
    cut = 0;
    // A file chosen again has its date again; one that a test hands over is dated anew.
    await firm.evaluate(() => {
      const kept = JSON.parse(localStorage.getItem('fuchi-begun-uploads') ?? '[]');
      const dated = kept.map((begun: object) => ({ ...begun, modified: 0 }));
      localStorage.setItem('fuchi-begun-uploads', JSON.stringify(dated));
      Object.defineProperty(File.prototype, 'lastModified', { get: () => 0 });
    });
    await choose();
    await firm.getByRole('link', { name: '大执照.pdf' }).waitFor();
    expect(offsets.filter((offset) => offset === 0)).toHaveLength(1);
    expect(offsets.length).toBeGreaterThan(1);
  }, 300_000);
});
