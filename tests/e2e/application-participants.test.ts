import { applicationForTests } from '@fuchi/record-application/application.fixture';
import { guideOf } from '@fuchi/record-guide-version/guide-of';
import { byActor } from '@fuchi/record-person/by-actor';
import { signInForTests } from '@fuchi/record-person/sign-in.fixture';
import { importPlainList } from '@fuchi/record-register/import-plain-list';
import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testPerson } from '../../apps/server/test-person.fixture.ts';
import { executablePath, openBrowser } from './browser.ts';
import { type Desk, startDesk } from './desk.ts';
import { looksWell } from './looks-well.ts';

const FIRM = '示例会计师事务所（特殊普通合伙）';

describe.skipIf(!executablePath)('参与单位和审计报告', () => {
  let desk: Desk;
  let browser: Browser;
  let round: string;
  let person: Awaited<ReturnType<typeof testPerson>>;
  beforeAll(async () => {
    desk = await startDesk();
    desk.clock.at = new Date('2022-04-08T02:00:00Z');
    browser = await openBrowser();
    person = await testPerson(desk.db, desk.machine.at, 'filler');
    round = await openRoundForTests(desk.db, desk.clock.at);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  const begin = (line: string) => {
    const who = { organisation: person.organisation.id, account: person.account };
    return applicationForTests(desk.db, who, desk.clock.at, { round, line });
  };

  async function open(application: string, part: string): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const [name = '', value = ''] = person.cookie.split('=');
    await context.addCookies([
      { name, value, url: desk.url },
      { name: 'fuchi-signed-in', value: '1', url: desk.url },
    ]);
    const page = await context.newPage();
    await page.goto(`${desk.url}/applications/${application}/${part}`);
    await page.getByText('尚未提交').waitFor();
    return page;
  }

  async function kept(application: string, part: string): Promise<Record<string, unknown>> {
    const rows = await desk.db
      .selectFrom('application_field')
      .select(['path', 'value'])
      .where('application_id', '=', application)
      .where('path', 'like', `${part}/%`)
      .where('value', 'is not', null)
      .execute();
    return Object.fromEntries(
      rows.map(({ path, value }) => [path.replace(/\/[0-9a-z]{10,30}(?=\/|$)/, ''), value]),
    );
  }

  test('联合体：增、填、删，份额合计当场看得到，检查指到字段', { timeout: 120_000 }, async () => {
    const application = await begin('core-technology');
    const page = await open(application, 'participants');
    await page.getByLabel('本单位份额').fill('60%');
    await page.getByRole('button', { name: '增加一家参与单位' }).click();
    const first = page.getByRole('group', { name: '第1家参与单位' });
    await first.getByLabel('单位名称').fill('示例大学');
    expect(await first.getByLabel('角色').inputValue()).toBe('联合体成员');
    await first.getByLabel('统一社会信用代码').fill('1232');
    await first.getByLabel('份额').fill('18.5%');
    await first.getByLabel('任务分工').fill('失效机理和寿命模型');
    await page.getByText('份额合计78.5%，应为100%').waitFor();
    await page.getByText('应为18位，现有4位').waitFor();
    await looksWell(page, 'participants-wrong');
    await first.getByLabel('统一社会信用代码').fill('12320000466000002A');
    await first.getByLabel('份额').fill('40');
    await expect.poll(() => page.getByText('份额合计78.5%').count()).toBe(0);
    await page.getByRole('button', { name: '增加一家参与单位' }).click();
    await page.getByRole('group', { name: '第2家参与单位' }).waitFor();
    await expect
      .poll(() => kept(application, 'participant'))
      .toMatchObject({
        'participant/角色': '联合体成员',
        'participant/单位名称': '示例大学',
        'participant/份额': '40',
      });

    await page.goto(`${desk.url}/applications/${application}/check`);
    const missing = page.getByRole('link', { name: '还没有填写第2家参与单位的单位名称。' });
    await missing.click();
    const second = page.getByRole('group', { name: '第2家参与单位' });
    await expect
      .poll(() => second.getByLabel('单位名称').evaluate((it) => it === document.activeElement))
      .toBe(true);
    await second.getByLabel('单位名称').fill('示例研究院');
    await second.getByRole('button', { name: '删除第2家参与单位' }).click();
    await page.getByText('删除后不能恢复').waitFor();
    await looksWell(page, 'participants-leaving');
    await second.getByRole('button', { name: '确认删除' }).click();
    await second.waitFor({ state: 'detached' });
    await expect
      .poll(async () => Object.values(await kept(application, 'participant')))
      .not.toContain('示例研究院');
    await page.goto(`${desk.url}/applications/${application}/check`);
    await page.getByText('处要处理').waitFor();
    expect(await page.getByRole('heading', { name: /^参与单位/ }).count()).toBe(0);
    await page.context().close();
  });

  test('审计报告：事务所从当年名单里选，名单上没有的是未核', { timeout: 120_000 }, async () => {
    const { db } = desk;
    const application = await begin('little-giant');
    const guide = await guideOf(db, await digestOf(application));
    const { actor } = await signInForTests(db, { role: 'planning' });
    const keeper = { account: actor.account, by: byActor(actor) };
    const rows = [{ 事务所名称: FIRM, 等级: 'AAA' }];
    const list = { register: 'audit-firms', year: '2022', source: '示例文件', asOf: '2022-03-01' };
    await importPlainList(db, desk.files, guide, { ...list, rows }, keeper, desk.clock.at);

    const page = await open(application, 'audits');
    await page.getByRole('button', { name: '增加一份审计报告' }).click();
    const report = page.getByRole('group', { name: '第1份审计报告' });
    await report.getByLabel('报告类型').selectOption('专项审计报告');
    await report.getByLabel('年度').fill('2021');
    await report.getByLabel('会计师事务所').fill('示例小所');
    await report.getByText('等级未核').waitFor();
    await report.getByLabel('会计师事务所').fill(FIRM);
    await report.getByText('综合评价AAA级，据').waitFor();
    await report.getByLabel('报告文号').fill('示会专字〔2022〕1号');
    await report.getByLabel('报告日期').fill('2022-03-11');
    await report.getByLabel('报备验证码').fill('苏22-0001');
    await report.getByLabel('注册会计师').fill('示例甲');
    await report.getByText('至少填两名').waitFor();
    await report.getByLabel('审计意见').selectOption('无保留意见');
    await report.getByLabel('审定金额').fill('2344.247788万元');
    await looksWell(page, 'audits');
    await report.getByLabel('注册会计师').fill('示例甲、示例乙');
    await expect
      .poll(() => kept(application, 'audit'))
      .toMatchObject({
        'audit/会计师事务所': FIRM,
        'audit/综合评价等级': 'AAA',
        'audit/注册会计师': '示例甲、示例乙',
      });
    // 名单得出的事实不用再填：页面不重新打开，也知道。
    await page.getByRole('navigation', { name: '申报的各部分' }).getByText('申报事实').click();
    const settled = page.locator('#fact-审计机构综合评价');
    await settled.getByText(`（2022年度，截至2022年3月1日，第1版）：${FIRM}`).waitFor();
    await settled.getByText('A级或以上').waitFor();
    await looksWell(page, 'audits-settled');
    await page.goto(`${desk.url}/applications/${application}/check`);
    await page.getByText('还没有登记审计报告：年度审计报告').waitFor();
    const audits = page.getByRole('region', { name: '审计报告：须处理1处' });
    expect(await audits.getByRole('listitem').count()).toBe(1);
    await page.goto(`${desk.url}/applications/${application}`);
    await page.getByRole('list').getByRole('link', { name: '审计报告' }).waitFor();
    await looksWell(page, 'audits-tasks');
    await page.context().close();
  });

  test('不涉及的类别没有这两部分', { timeout: 60_000 }, async () => {
    const page = await open(await begin('identifier-node'), 'project');
    const parts = page.getByRole('navigation', { name: '申报的各部分' });
    await parts.getByRole('link', { name: '材料' }).waitFor();
    expect(await parts.getByRole('link', { name: '参与单位' }).count()).toBe(0);
    expect(await parts.getByRole('link', { name: '审计报告' }).count()).toBe(0);
    await page.context().close();
  });

  async function digestOf(application: string): Promise<string> {
    const { guide_digest } = await desk.db
      .selectFrom('application')
      .select('guide_digest')
      .where('id', '=', application)
      .executeTakeFirstOrThrow();
    return guide_digest;
  }
});
