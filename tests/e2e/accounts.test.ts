import { listXlsx } from '@fuchi/documents/list/list-xlsx';
import { signInForTests } from '@fuchi/record-person/sign-in.fixture';
import type { Role } from '@fuchi/workflow/role';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TEST_PASSWORD, testPerson } from '../../apps/server/test-person.fixture.ts';
import { executablePath, openBrowser } from './browser.ts';
import { type Desk, startDesk } from './desk.ts';
import { looksWell } from './looks-well.ts';

const NEW_PASSWORD = 'New-Bridge-4178';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe.skipIf(!executablePath)('单位与账号', () => {
  let desk: Desk;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const faults: string[] = [];
  /** Refusals the test asks for; the browser tells of each on its console. */
  let refusals: RegExp | undefined;

  beforeAll(async () => {
    // As the demonstration: nobody needs a second factor, and letters are shown.
    const session = { idleMinutes: 30, mostHours: 12, secondFactor: 'waived' } as const;
    desk = await startDesk({ signIn: { session } });
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

  const as = async (role: Role, more: Parameters<typeof testPerson>[3] = {}) => {
    const who = await testPerson(desk.db, desk.machine.at, role, more);
    await context.clearCookies();
    const [name = '', value = ''] = who.cookie.split('=');
    await context.addCookies([
      { name, value, url: desk.url },
      { name: 'fuchi-signed-in', value: '1', url: desk.url },
    ]);
    return who;
  };
  const signIn = async (login: string, password: string) => {
    await context.clearCookies();
    await page.goto(`${desk.url}/sign-in`);
    await field('账号').fill(login);
    await field('密码').fill(password);
    await press('登录');
    await heading('工作台');
  };
  const heading = (name: string | RegExp) =>
    page.getByRole('heading', { level: 1, name }).waitFor();
  const field = (name: string) => page.getByLabel(name, { exact: true });
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const dialog = (name: string | RegExp) => page.getByRole('dialog', { name });
  /** Takes up the newest letter's link as somebody new. */
  const acceptInvitation = async (login: string) => {
    await context.clearCookies();
    await page.goto(`${desk.url}/sign-in/letters`);
    await page
      .getByRole('link', { name: /new-password#/ })
      .first()
      .click();
    await heading('接受邀请');
    await field('账号').fill(login);
    await field('新密码').fill(NEW_PASSWORD);
    await field('再输入一次').fill(NEW_PASSWORD);
    await press('保存');
    await page.getByText('密码已经设好，请用它登录。').waitFor();
  };

  test('系统管理员导入市级单位、建县级单位、邀请一人；受邀的人设密码登录', {
    timeout: 240_000,
  }, async () => {
    await as('system-admin');
    await page.goto(`${desk.url}/accounts`);
    await heading('单位与账号');
    await looksWell(page, 'units');
    await page.getByRole('link', { name: '导入推荐单位' }).click();
    await heading('导入推荐单位');
    await looksWell(page, 'import-empty');
    const sheet = listXlsx({
      title: '推荐单位',
      columns: ['单位名称', '层级', '部门', '地区'].map((title) => ({ title, width: 20 })),
      rows: [
        ['示例苏州市工信局', '设区市', '工信', '苏州'],
        ['示例苏州市财政局', '设区市', '财政', '苏州'],
        ['示例吴中区工信局', '县（市）', '工信', '吴中区'],
      ],
    });
    await page
      .getByLabel(/填好的 Excel 文件/)
      .first()
      .setInputFiles({
        name: '推荐单位.xlsx',
        mimeType: XLSX,
        buffer: Buffer.from(sheet),
      });
    await page.getByText('区不单独推荐，由苏州市的单位推荐').waitFor();
    await looksWell(page, 'import-checked');
    await press('新建2个单位');
    await page.getByText('已新建2个单位。').waitFor();
    await looksWell(page, 'import-done');

    await page.getByRole('link', { name: '查看单位' }).click();
    await page.getByRole('link', { name: '新建单位' }).click();
    await heading('新建单位');
    refusals = /status of 422/;
    await press('新建');
    await page.getByText('请选择层级').waitFor();
    await looksWell(page, 'new-unit-faults');
    await field('单位名称').fill('示例昆山市工信局');
    await field('层级').selectOption('county');
    await field('部门').selectOption('工信');
    await field('推荐的地区').fill('昆山');
    await press('新建');
    await heading('示例昆山市工信局');
    await page.getByText('苏州市昆山市（320583）').waitFor();
    await page.getByText('示例苏州市工信局').waitFor();

    await press('邀请');
    await field('姓名').fill('示例经办');
    await field('邮箱（不填则由您转交链接）').fill('handler@example.com');
    await field('岗位').selectOption('recommender-handler');
    await looksWell(page, 'unit-invite');
    await page.getByRole('button', { name: '邀请', exact: true }).last().click();
    await dialog('邮件已经写好').getByText('h***@example.com').waitFor();
    await looksWell(page, 'unit-invited');
    await press('知道了');
    await page.getByRole('region', { name: '还没有接受的邀请' }).getByText('示例经办').waitFor();

    await acceptInvitation('kunshan-handler');
    await signIn('kunshan-handler', NEW_PASSWORD);
    await page.getByText('示例昆山市工信局').first().waitFor();
  });

  test('没有邮箱的，链接只显示一次；三员分立的拒绝说出两个岗位；停用、启用', {
    timeout: 240_000,
  }, async () => {
    const admin = await as('system-admin');
    const auditor = await signInForTests(desk.db, {
      role: 'audit-admin',
      organisation: admin.organisation.id,
      name: '示例审计',
      machine: desk.machine.at,
    });
    await page.goto(`${desk.url}/accounts/units/${admin.organisation.id}`);
    await heading('系统管理员示例单位');
    await looksWell(page, 'unit');
    await press('邀请');
    await field('姓名').fill('示例安全');
    await field('岗位').selectOption('security-admin');
    await page.getByRole('button', { name: '邀请', exact: true }).last().click();
    const link = dialog('把链接交给本人');
    await link.getByText(/sign-in\/new-password#[\w-]{43}/).waitFor();
    await looksWell(page, 'unit-link');
    await press('已经交给本人');

    refusals = /status of 4(22|09)/;
    await press('给示例审计加岗位');
    await field('岗位').selectOption('system-admin');
    await press('任职');
    await page
      .getByText('本人已是审计管理员，不能再任系统管理员：这两个岗位必须由不同的人担任')
      .waitFor();
    await looksWell(page, 'unit-two-people');
    await press('不办了');

    await press('停用示例审计的账号');
    await field('原因').fill('离职');
    await dialog('停用示例审计的账号')
      .getByRole('button', { name: /^停\s*用$/ })
      .click();
    await page.getByText('这是唯一的一名审计管理员，请先让另一个人担任').waitFor();
    await looksWell(page, 'unit-last-one');
    await dialog('停用示例审计的账号')
      .getByRole('button', { name: /^取\s*消$/ })
      .click();
    expect(auditor.actor.role).toBe('audit-admin');
  });

  test('单位管理员邀请填报人，交接管理员，再由新管理员看到人员', {
    timeout: 240_000,
  }, async () => {
    const { id: organisation } = await desk.db
      .insertInto('organisation')
      .values({
        kind: 'applicant',
        name: '示例精工有限公司',
        credit_code: '91320583MA1MPA7X76',
        territory: '320583',
        created_at: desk.machine.at,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const admin = await as('applicant-admin', { organisation, name: '示例管理员' });
    await page.goto(`${desk.url}/people`);
    await heading('本单位人员');
    await looksWell(page, 'people-alone');
    await press('交接管理员');
    await page.getByText('本单位还没有别的同事。').waitFor();
    await press('知道了');
    await press('邀请同事');
    await field('姓名').fill('示例填报');
    await field('邮箱（不填则由您转交链接）').fill('filler@example.com');
    await field('岗位').selectOption('filler');
    await press('邀请');
    await dialog('邮件已经写好').waitFor();
    await press('知道了');
    await acceptInvitation('filler-1');

    await signIn(admin.login, TEST_PASSWORD);
    await page.getByRole('link', { name: '本单位人员' }).first().click();
    await page.getByText('filler-1').waitFor();
    await press('兼任提交人：示例填报');
    await page.getByRole('button', { name: '免去示例填报的提交人' }).waitFor();
    await press('查看完整的示例填报的邮箱');
    await dialog('查看完整的示例填报的邮箱').getByLabel('原因').fill('核对');
    await dialog('查看完整的示例填报的邮箱')
      .getByRole('button', { name: /^查\s*看$/ })
      .click();
    await page.getByText('filler@example.com').waitFor();
    await looksWell(page, 'people');

    await press('交接管理员');
    await field('接任的同事').selectOption({ label: '示例填报（filler-1）' });
    await field('您的密码').fill('Wrong-Bridge-1');
    await looksWell(page, 'people-hand-over');
    refusals = /status of 40[34]/;
    await press('交接');
    await page.getByText('当前密码不正确').waitFor();
    await field('您的密码').fill(TEST_PASSWORD);
    await press('交接');
    await page.waitForURL(/\/sign-in/);
    await page.getByText('填报人').first().waitFor();

    await signIn('filler-1', NEW_PASSWORD).catch(() => undefined);
    await page.getByRole('button', { name: /^单位管理员/ }).click();
    await heading('工作台');
    await page.goto(`${desk.url}/people`);
    await page.getByRole('button', { name: '免去示例管理员的填报人' }).waitFor();
    const events = await desk.db
      .selectFrom('event')
      .select('kind')
      .where('subject_kind', '=', 'organisation')
      .where('subject_id', '=', organisation)
      .execute();
    expect(events.map(({ kind }) => kind)).toContain('administration-handed-over');
  });

  test('企业更名：附执照申请，推荐单位看了证明再同意', { timeout: 240_000 }, async () => {
    const { actor } = await signInForTests(desk.db, {
      role: 'recommender-handler',
      territory: '320581',
      level: 'county',
      department: '工信',
      machine: desk.machine.at,
    });
    const admin = await as('applicant-admin', { territory: '320581' });
    await page.goto(`${desk.url}/people`);
    await press('申请变更');
    await field('新名称').fill('示例智造有限公司');
    await field('理由').fill('股东会决定更名');
    await press('提交申请');
    await page.getByText('请上传证明').waitFor();
    await looksWell(page, 'change-ask');
    await page.getByLabel('新营业执照', { exact: true }).setInputFiles({
      name: '营业执照.png',
      mimeType: 'image/png',
      buffer: PNG,
    });
    await page.getByRole('list', { name: '新营业执照的文件' }).getByText('营业执照.png').waitFor();
    await page
      .getByText(/已上传|传完/)
      .first()
      .waitFor();
    await press('提交申请');
    await page.getByText('待推荐单位审核').first().waitFor();
    await looksWell(page, 'change-asked');

    await as('recommender-lead', { organisation: actor.organisation.id });
    await page.goto(`${desk.url}/unit-changes`);
    await heading('单位变更');
    await looksWell(page, 'changes');
    await page.getByRole('link', { name: admin.organisation.name }).click();
    await heading(`${admin.organisation.name}更名`);
    await looksWell(page, 'change');
    await press('同意变更');
    await dialog('同意变更')
      .getByText(/原名称留作曾用名/)
      .waitFor();
    await looksWell(page, 'change-decide');
    await dialog('同意变更').getByRole('button', { name: '同意变更' }).click();
    await page.getByRole('region', { name: '已同意' }).waitFor();
    await heading('示例智造有限公司更名');
  });

  test('安全管理员看失败和登录，让一人各处退出', { timeout: 240_000 }, async () => {
    const who = await testPerson(desk.db, desk.machine.at, 'filler', { name: '示例被退' });
    const other = await browser.newContext();
    const tried = await other.newPage();
    await tried.goto(`${desk.url}/sign-in`);
    for (let n = 0; n < 5; n += 1) {
      await tried.getByLabel('账号', { exact: true }).fill(who.login);
      await tried.getByLabel('密码', { exact: true }).fill(`Wrong-Bridge-${n}`);
      await tried.getByRole('button', { name: '登录', exact: true }).click();
      await tried.getByRole('alert').getByText('账号或密码不正确').waitFor();
      await tried.reload();
    }
    await other.close();
    await as('security-admin');
    await page.goto(`${desk.url}/accounts/security`);
    await heading('登录安全');
    const slowed = page.getByRole('region', { name: '现在受限的' });
    await slowed.getByText(who.login).waitFor();
    await page.getByRole('region', { name: '按账号' }).getByText(who.login).waitFor();
    await looksWell(page, 'security-failures');
    await page.getByRole('link', { name: '正在登录的人' }).click();
    await page.getByText('示例被退').first().waitFor();
    await looksWell(page, 'security-sessions');
    await page.getByRole('link', { name: '账号', exact: true }).click();
    await page.getByText('输入姓名、账号或单位，找到要处理的账号。').waitFor();
    await field('查找').fill('示例被退');
    await press('查找');
    await press('各处退出：示例被退');
    const out = dialog('让他在各处都退出：示例被退');
    await out.getByRole('button', { name: '各处退出' }).click();
    await out.getByText('请写明原因').waitFor();
    await looksWell(page, 'security-sign-out');
    await field('原因').fill('设备丢失');
    await out.getByRole('button', { name: '各处退出' }).click();
    await page.getByText('示例被退：已退出1处登录').waitFor();
    await looksWell(page, 'security-accounts');
    const { ended } = await desk.db
      .selectFrom('session')
      .select('ended_because as ended')
      .where('id', '=', who.session)
      .executeTakeFirstOrThrow();
    expect(ended).toBe('ended-by-administrator');
    refusals = /status of 403/;
    expect((await page.request.get(`${desk.url}/api/applications`)).status()).toBe(403);
  });
});

/** One grey point. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
