import { ROOT } from '@fuchi/record-round/seal-roots.fixture';
import type { Role } from '@fuchi/workflow/role';
import { zipSync } from 'fflate';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testPerson } from '../../apps/server/test-person.fixture.ts';
import { executablePath, openBrowser } from './browser.ts';
import { type Desk, startDesk } from './desk.ts';
import { looksWell } from './looks-well.ts';

type Person = Awaited<ReturnType<typeof testPerson>>;

describe.skipIf(!executablePath)('申报批次', () => {
  let desk: Desk;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const faults: string[] = [];
  /** Refusals the test asks for; the browser tells of each on its console. */
  let refusals: RegExp | undefined;

  beforeAll(async () => {
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

  const person = (role: Role, more: Parameters<typeof testPerson>[3] = {}) =>
    testPerson(desk.db, desk.machine.at, role, more);
  const become = async (who: Person) => {
    await context.clearCookies();
    const [name = '', value = ''] = who.cookie.split('=');
    await context.addCookies([
      { name, value, url: desk.url },
      { name: 'fuchi-signed-in', value: '1', url: desk.url },
    ]);
  };
  const heading = (name: string | RegExp) =>
    page.getByRole('heading', { level: 1, name }).waitFor();
  const field = (name: string) => page.getByLabel(name, { exact: true });
  const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
  const dialog = (name: string | RegExp) => page.getByRole('dialog', { name });
  const recommender = async (territory: string, level: 'city' | 'county', name: string) => {
    await desk.db
      .insertInto('organisation')
      .values({
        kind: 'recommender',
        name,
        territory,
        level,
        department: '工信',
        created_at: new Date(0),
      })
      .execute();
  };
  const signStep = async (who: Person, title: string, opinion: string) => {
    await become(who);
    await page.goto(`${desk.url}/sign-offs`);
    await heading('签批');
    await page.getByRole('link', { name: title }).first().click();
    await heading(title);
    await page.getByLabel(/的意见$/).fill(opinion);
    await press('同意');
    await page.getByRole('region', { name: /^签署“/ }).waitFor({ state: 'hidden' });
    await page.getByText(opinion, { exact: true }).last().waitFor();
  };

  test('规划处发布指南、编制批次、送签；处长和领导签；到点开放；再延期', {
    timeout: 400_000,
  }, async () => {
    const planner = await person('planning', { name: '示例经办' });
    const office = planner.organisation.id;
    const head = await person('office-head', { organisation: office, name: '示例处长' });
    const leader = await person('leader', { name: '示例领导' });
    await recommender('320500', 'city', '示例苏州市工信局');
    await recommender('320583', 'county', '示例昆山市工信局');

    await become(planner);
    await page.goto(`${desk.url}/rounds`);
    await heading('申报批次');
    await looksWell(page, 'rounds-empty');
    await press('发布指南版本');
    await press('用随程序附带的指南');
    await page.getByText('没有问题，例子全部算对。').waitFor({ timeout: 90_000 });
    await looksWell(page, 'guide-checked');
    await press('发布1.0.0版');
    await page.getByText('1.0.0版已发布。').waitFor({ timeout: 90_000 });
    await press('关闭');

    await press('编制批次');
    await looksWell(page, 'round-new');
    await field('批次名称').fill('2022年度专项资金申报');
    await press('编制');
    await heading('2022年度专项资金申报');
    await page.getByText(/已保存，还有\d+处没设好。/).waitFor();
    await looksWell(page, 'round-draft-faults');

    // Deadlines out of order are told all at once, beside what is missing.
    await field('开放申报的日期').fill('2022-03-20');
    await field('申报单位截止的日期').fill('2022-04-30');
    await field('申报单位截止的时间').selectOption('24:00');
    await field('县（市）截止的日期').fill('2022-04-20');
    await field('设区市截止的日期').fill('2022-05-10');
    await page.getByText('开放起第42天').waitFor();
    await press('保存并检查');
    const clocks = page.getByRole('region', { name: '时间', exact: true });
    await clocks
      .getByText('“县（市）截止”（2022-04-20 17:00）应晚于“申报单位截止”（2022-04-30 24:00）')
      .waitFor();
    await field('县（市）截止的日期').fill('2022-05-05');
    await field('把还没有归口处室的都归到').selectOption({ index: 1 });
    await page.getByRole('button', { name: '加一条', exact: true }).click();
    await field('第1条管哪个地区').selectOption({ label: '　昆山市' });
    await press('加一条限额');
    await field('第1条限额的个数').fill('5');
    await field('找条文理解').fill('A14.2');
    await page.getByRole('radio', { name: /^另解：符合/ }).check();
    // A round that takes electronic seals names the root certificates it trusts.
    await field('电子签章').selectOption('yes');
    const roots = page.getByLabel(/^认可的根证书/);
    await roots.fill('-----BEGIN CERTIFICATE-----\n示例\n-----END CERTIFICATE-----');
    await press('保存并检查');
    const rules = page.getByRole('region', { name: '申报规则和公开' });
    await rules
      .getByText('第1行起的根证书读不出来，请从电子认证机构的网站重新下载，整张贴入')
      .waitFor();
    await looksWell(page, 'round-electronic-seal');
    await roots.fill(ROOT);
    await press('保存并检查');
    await page.getByText('已保存，可以送签。').waitFor();
    await looksWell(page, 'round-draft');
    await press('送签');
    await dialog(/^送签/).waitFor();
    await looksWell(page, 'round-send');
    await field('意见').fill('已与各处室核对，请审定');
    await dialog(/^送签/).getByRole('button', { name: '送签', exact: true }).click();
    await page.getByText('正在签批，轮到“归口处室负责人”。').waitFor();

    await become(head);
    await page.goto(`${desk.url}/desk`);
    await page.getByRole('link', { name: '签批：发布申报批次：2022年度专项资金申报' }).click();
    await heading('发布申报批次：2022年度专项资金申报');
    await page.getByText('2022-04-30 24:00').first().waitFor();
    await press('同意');
    await page.getByText('请写意见，例如：同意。').waitFor();
    await looksWell(page, 'sign-off');
    await page.getByLabel('“归口处室负责人”的意见').fill('限额太少，请再定');
    await press('不同意，退回');
    await page.getByText('没有同意').first().waitFor();

    await become(planner);
    await page.goto(`${desk.url}/rounds`);
    await page.getByRole('link', { name: '2022年度专项资金申报' }).click();
    await page.getByText('没有同意：限额太少，请再定').waitFor();
    await field('第1条限额的个数').fill('10');
    await press('保存并检查');
    await page.getByText('已保存，可以送签。').waitFor();
    await press('送签');
    await field('意见').fill('限额已改为10个');
    await dialog(/^送签/).getByRole('button', { name: '送签', exact: true }).click();
    await page.getByText('正在签批，轮到“归口处室负责人”。').waitFor();

    await become(head);
    await page.goto(`${desk.url}/sign-offs`);
    await looksWell(page, 'sign-offs');
    await page
      .getByRole('link', { name: /^发布申报批次/ })
      .first()
      .click();
    await page.getByText('与上次送签的内容对照，1项不同。').waitFor();
    await field('只看不同的1项').check();
    await page.getByRole('cell', { name: '不超过5个' }).waitFor();
    await looksWell(page, 'sign-off-compared');
    await page.getByLabel('“归口处室负责人”的意见').fill('同意');
    await press('同意');
    await page.getByText('轮到“分管领导”').first().waitFor();
    await signStep(leader, '发布申报批次：2022年度专项资金申报', '同意发布');
    await page.getByText('已同意').first().waitFor();

    // It opens at its clock, whoever asks.
    const phase = async () => {
      const reply = await page.request.get(`${desk.url}/api/rounds`);
      return (await reply.json()).rounds[0].lines[0].phase;
    };
    expect(await phase()).toBe('not-yet');
    desk.clock.at = new Date('2022-03-20T01:00:00Z');
    expect(await phase()).toBe('open');

    await become(planner);
    await page.goto(`${desk.url}/rounds`);
    await page.getByText('已发布').first().waitFor();
    await looksWell(page, 'rounds');
    await page.getByRole('link', { name: '2022年度专项资金申报' }).click();
    await press('变更');
    await field('申报单位截止的日期').fill('2022-05-02');
    await press('查看变更和影响');
    await dialog(/^变更和影响/)
      .getByText('还没有申报。')
      .waitFor();
    await dialog(/^变更和影响/)
      .getByText('2022-05-02 24:00')
      .waitFor();
    await looksWell(page, 'round-change');
    await field('理由').fill('假期顺延');
    await dialog(/^变更和影响/)
      .getByRole('button', { name: '送签', exact: true })
      .click();
    await page.getByText('正在签批，轮到“归口处室负责人”。').waitFor();
    await signStep(head, '变更申报批次：2022年度专项资金申报', '同意延期');
    await signStep(leader, '变更申报批次：2022年度专项资金申报', '同意');
    await become(planner);
    await page.goto(`${desk.url}/rounds`);
    await page.getByRole('link', { name: '2022年度专项资金申报' }).click();
    await page.getByText('2022-05-02').first().waitFor();
    await looksWell(page, 'round-open');
    desk.clock.at = new Date('2022-03-16T01:00:00Z');
  });

  test('两个人同时编制：后保存的要先重新读取', { timeout: 120_000 }, async () => {
    const planner = await person('planning');
    await become(planner);
    await page.goto(`${desk.url}/rounds`);
    await press('编制批次');
    await field('批次名称').fill('两人编制的批次');
    await press('编制');
    await heading('两人编制的批次');
    const other = await context.newPage();
    await other.goto(page.url());
    await other.getByLabel('批次名称', { exact: true }).fill('先保存的名称');
    await other.getByRole('button', { name: '保存并检查', exact: true }).click();
    await other.getByText(/已保存，还有\d+处没设好。/).waitFor();
    refusals = /status of 409/;
    await field('批次名称').fill('后保存的名称');
    await press('保存并检查');
    await page.getByText('内容已被他人修改，请刷新后再试').waitFor();
    await page.reload();
    expect(await field('批次名称').inputValue()).toBe('先保存的名称');
  });

  test('有错的指南：文件、行、怎样改都列出来，不能发布', { timeout: 120_000 }, async () => {
    await become(await person('planning'));
    await page.goto(`${desk.url}/rounds`);
    await press('发布指南版本');
    const bytes = zipSync({ 'guide/guide.yaml': new TextEncoder().encode('指南: 示例\n') });
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '指南.zip', mimeType: 'application/zip', buffer: Buffer.from(bytes) });
    await page.getByText(/有\d+处错误，改正以后再发布。/).waitFor({ timeout: 60_000 });
    await page.getByRole('rowheader', { name: 'calendars.yaml' }).first().waitFor();
    await looksWell(page, 'guide-faults');
    refusals = /status of 422/;
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '别的.zip', mimeType: 'application/zip', buffer: Buffer.from('x') });
    await page.getByText('压缩包不完整，或者不是 .zip 文件').waitFor();
  });
});
