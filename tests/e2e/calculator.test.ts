import type { BrowserContext, Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { NO_ANSWERS } from '../../features/assessment/answers/answers.ts';
import { linkPart } from '../../features/assessment/answers/link.ts';
import { axeFaults } from './axe.ts';
import { executablePath, openGuide } from './browser.ts';
import { beyondEdge, openSite } from './site.ts';

describe.skipIf(!executablePath)('测一测', () => {
  const site = openSite();
  let page: Page;
  let context: BrowserContext;
  let url: string;
  beforeEach(() => {
    ({ page, context, url } = site());
  });

  const open = async () => {
    await page.goto(url);
    await page.getByRole('heading', { level: 1, name: /^测一测/ }).waitFor();
  };
  const question = (name: string | RegExp) => page.getByRole('heading', { level: 2, name });
  const next = () => page.getByRole('button', { name: '下一题' }).click();
  const group = (name: string) =>
    page.locator('.standing-group').filter({ has: page.getByRole('heading', { name }) });
  const asEnterprise = async () => {
    await question('申报单位是哪一类单位？').waitFor();
    await page.getByRole('radio', { name: /^规模以下工业企业/ }).check();
  };

  test('一打开就列出全部项目类别，并问第一题', async () => {
    await open();
    const { lines } = await openGuide();
    expect(await page.locator('.standing').count()).toBe(lines.length);
    await question('申报单位是哪一类单位？').waitFor();
    await group('不由单位申报').getByText('切块下达，不由单位申报').waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  test('每答一题，项目类别马上重新归类，并说明由哪一条决定', async () => {
    await open();
    await asEnterprise();
    await group('不符合').getByRole('link', { name: '智能制造示范工厂项目' }).waitFor();
    await group('不符合').getByText('申报主体为规模以上工业企业').first().waitFor();
    // The question stays until the person goes on.
    await question('申报单位是哪一类单位？').waitFor();
    await next();
    await page.getByRole('checkbox', { name: /^数据产品化项目/ }).check();
    await page.getByText(/^没有选的方向（\d+类）$/).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  test('全部清空要再问一次，只用键盘也做得到；清空以后从第一题问起', async () => {
    await open();
    await asEnterprise();
    await next();
    await question('想做的是哪些事？').waitFor();
    const clear = page.getByRole('button', { name: '全部清空' });
    await clear.focus();
    await page.keyboard.press('Enter');
    await page.getByText('清空后不能恢复。').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => clear.evaluate((at) => at === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText('清空后不能恢复。').waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    const first = question('申报单位是哪一类单位？');
    await expect.poll(() => first.evaluate((at) => at === document.activeElement)).toBe(true);
    expect(await clear.count()).toBe(0);
  });

  test('跳过、返回、修改、清除都可以', async () => {
    await open();
    await page.getByRole('button', { name: '不清楚，先跳过' }).click();
    await question('想做的是哪些事？').waitFor();
    await page.getByRole('button', { name: '上一题' }).click();
    await asEnterprise();
    await next();
    await page.getByText('由此得出6项').click();
    await page.getByRole('button', { name: '修改规模以上工业企业' }).click();
    await question('是否为规模以上工业企业（已列入统计名录）？').waitFor();
    await page.getByRole('radio', { name: '是', exact: true }).check();
    await group('待定').getByRole('link', { name: '智能制造示范工厂项目' }).waitFor();
    await page.getByRole('radio', { name: '未知', exact: true }).check();
    // A fact changed by hand is no longer what the choice says: each stands by itself again.
    await page.getByRole('button', { name: '清除申报单位为工业企业' }).click();
    await expect
      .poll(() => page.getByRole('button', { name: '清除申报单位为工业企业' }).count())
      .toBe(0);
    await page.getByRole('button', { name: '修改申报单位为企业' }).waitFor();
  });

  test('到项目类别逐条核对再回来，答案还在；刷新也在', async () => {
    await open();
    await asEnterprise();
    await group('待定').getByRole('link', { name: '绿色化改造升级项目' }).click();
    await page.locator('[id="clause-3"]').getByText('符合', { exact: true }).waitFor();
    await page.goBack();
    await question('想做的是哪些事？').waitFor();
    await page.getByText('已填1项').waitFor();
    await page.reload();
    await page.getByText('已填1项').waitFor();
  });

  test('两个标签页的答案一致', async () => {
    await open();
    const other = await context.newPage();
    site().watch(other);
    await other.goto(url);
    await other.getByRole('heading', { level: 1, name: /^测一测/ }).waitFor();
    await asEnterprise();
    await other.getByText('已填1项').waitFor();
  });

  test('链接带走全部答案，在别的浏览器里打开就是同样的结果', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open();
    await asEnterprise();
    await page.getByRole('button', { name: '复制链接' }).click();
    await page.getByText('链接已复制').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link.startsWith(`${url}/#a=`)).toBe(true);
    const elsewhere = await site().browser.newContext();
    const there = await elsewhere.newPage();
    site().watch(there);
    const sent: string[] = [];
    there.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
    await there.goto(link);
    await there.getByText('已填1项').waitFor();
    expect(there.url()).toBe(`${url}/`);
    expect(sent.filter((s) => s.includes(link.slice(-30)))).toEqual([]);
    await elsewhere.close();
  });

  test('填写有误时留在这一题说清楚，跳过则在已填里注明', async () => {
    await open();
    await asEnterprise();
    await next();
    await page.getByRole('checkbox', { name: /^数据产品化项目/ }).check();
    await next();
    const total = question(/^项目总投入/);
    await total.waitFor();
    await page.getByRole('textbox').fill('三千万');
    await next();
    await total.waitFor();
    await page.locator('[id="fault-项目总投入"]').getByText('三千万').waitFor();
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'));
    expect(focused).toBe('true');
    await page.getByText('填写有误，按未知处理').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '不清楚，先跳过' }).click();
    await total.waitFor({ state: 'detached' });
    await page.getByText('填写有误，按未知处理').waitFor();
  });

  test('跳过的题不再追问，问完以后列出来补答', async () => {
    await open();
    await asEnterprise();
    await next();
    await page.getByRole('checkbox', { name: /^企业重大兼并重组项目/ }).check();
    await next();
    await question(/发起方企业/).waitFor();
    await page.getByRole('radio', { name: '是', exact: true }).check();
    await next();
    for (let i = 0; i < 2; i += 1) {
      await question(/./).first().waitFor();
      await page.getByRole('button', { name: '不清楚，先跳过' }).click();
    }
    await question('该问的都问完了').waitFor();
    await page.getByText('还有2项跳过了或没有填全').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '并购项目', exact: true }).first().click();
    await question('2021年完成了哪些并购？').waitFor();
    await page.getByRole('checkbox', { name: '并购项目：一项也没有' }).check();
    await next();
    await group('不符合').getByText('企业重大兼并重组项目').waitFor();
    await page.getByRole('button', { name: '再选别的方向' }).click();
    await question('想做的是哪些事？').waitFor();
  });

  test('填写的内容不离开本机', async () => {
    const answer = await page.goto(url);
    const policy = answer?.headers()['content-security-policy'] ?? '';
    expect(policy).toMatch(/(default-src|script-src) 'self'/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(policy).toMatch(/connect-src 'self'|default-src 'self'/);
    await page.getByRole('heading', { level: 1, name: /^测一测/ }).waitFor();
    await page.waitForLoadState('networkidle');
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.method()} ${request.url()}`));
    await asEnterprise();
    await next();
    await next();
    await question('下面哪些是你们的情况？').waitFor();
    await page.getByRole('checkbox', { name: /重点方向/ }).check();
    await next();
    await page.getByRole('textbox').fill('4321.5');
    await group('待定').getByText('864.3').first().waitFor();
    expect(sent).toEqual([]);
  });

  test('链接不完整时说清楚，不影响使用', async () => {
    await page.goto(`${url}/#a=q1YqLU4t`);
    await page.getByText('链接不完整，读不出里面的答案').waitFor();
    await asEnterprise();
    expect(await axeFaults(page)).toEqual([]);
  });

  test('自测报告写明日期、指南版本、校验码和每一项填写', async () => {
    await open();
    await asEnterprise();
    await page.getByRole('link', { name: '自测报告' }).click();
    await page.getByRole('heading', { level: 1, name: '政策匹配自测报告' }).waitFor();
    const { guide } = await openGuide();
    const report = page.getByRole('article');
    const text = (await report.textContent()) ?? '';
    expect(text).toContain(guide.digest);
    expect(text).toContain(guide.version);
    expect(text).toMatch(/生成日期\d{4}-\d{2}-\d{2}/);
    expect(text).toContain('补助上限是指南允许的最高额，不是立项金额');
    await report.getByRole('row', { name: '规模以上工业企业 否' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: '打印或存为PDF' }).isVisible()).toBe(false);
    const cut = await report.evaluate(
      (paper) =>
        [...paper.querySelectorAll('tr')].filter(
          (row) => getComputedStyle(row).breakInside !== 'avoid',
        ).length,
    );
    expect(cut).toBe(0);
    expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000);
  });

  test('说不清想做什么的，一次勾选就排除无关的类别，剩下的问到底', async () => {
    await open();
    await asEnterprise();
    await next();
    await question('想做的是哪些事？').waitFor();
    await next();
    await question('下面哪些是你们的情况？').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('checkbox', { name: /重点方向/ }).check();
    await next();
    await question('项目总投入（不含税）是多少？还没有完成的填计划数。').waitFor();
    await group('待定').getByRole('listitem').first().getByText('绿色化改造升级项目').waitFor();
    expect(await group('不符合').locator('.standing').count()).toBeGreaterThan(15);
    await page.getByRole('textbox').fill('2600');
    await group('待定').getByText('520').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('问这一题是为了：绿色化改造升级项目').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '这类项目与我无关' }).click();
    await page.getByText('与我无关的（1类）').click();
    await page.getByRole('button', { name: '恢复绿色化改造升级项目' }).click();
    await group('待定').getByRole('link', { name: '绿色化改造升级项目' }).waitFor();
  });

  test('下一题以后光标在题目上，读屏只报结果数', async () => {
    await open();
    await asEnterprise();
    await page.keyboard.press('Enter');
    await question('想做的是哪些事？').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('想做的是哪些事？');
    const live = page.locator('.calculator ~ [role=status]');
    expect(await live.textContent()).toMatch(/^符合\d+类，待定\d+类，不符合\d+类$/);
    expect(await page.locator('#standings :is([aria-live], [role=status])').count()).toBe(0);
  });

  test('像表格一样填写：回车换行并添行，粘贴可以撤销', async () => {
    await page.goto(`${url}/lines/merger`);
    const deals = page.getByRole('group', { name: '并购项目', exact: true });
    await deals.getByRole('button', { name: '添加一个' }).click();
    const cell = (row: number, name: string) =>
      deals.getByRole('textbox', { name: `第${row}个 ${name}`, exact: true });
    await cell(1, '目标企业').fill('示例一公司');
    await page.keyboard.press('Enter');
    await cell(2, '目标企业').waitFor();
    await page.keyboard.type('示例二公司');
    expect(await cell(2, '目标企业').inputValue()).toBe('示例二公司');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Tab');
    await page.keyboard.type('2021-06-30');
    expect(await cell(1, '并购成功日期').inputValue()).toBe('2021-06-30');
    await cell(1, '目标企业').focus();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', '甲公司\t2021-03-01\n乙公司\t2021-04-01\n丙公司\t2021-05-01');
      const paste = { clipboardData: data, bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', paste));
    });
    await cell(3, '目标企业').waitFor();
    expect(await cell(1, '目标企业').inputValue()).toBe('甲公司');
    await deals.getByRole('button', { name: '撤销粘贴' }).click();
    await expect.poll(() => cell(1, '目标企业').inputValue()).toBe('示例一公司');
    await expect.poll(() => cell(3, '目标企业').count()).toBe(0);
    await deals.getByRole('button', { name: '删除第2个' }).click();
    await expect.poll(() => cell(2, '目标企业').count()).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
  });

  test('用已经不在的指南版本做的链接说明版本，由本人决定是否采用', async () => {
    const guide = await openGuide();
    const gone = { ...guide, guide: { ...guide.guide, version: '0.0.9', digest: '0'.repeat(64) } };
    const { facts } = guide.guide.screening.flatMap((q) =>
      q.kind === 'choice' ? q.choices.slice(0, 1) : [],
    )[0] ?? { facts: [] };
    const told = Object.fromEntries(facts.map((f) => [f.id.text, f.value.text]));
    const answers = { ...NO_ANSWERS, facts: { ...told, 从前才有的事实: '1' } };
    await page.goto(`${url}/#${await linkPart(gone, answers)}`);
    await page.getByText('这个链接是用另一版指南（jiangsu-2022 0.0.9）填的').waitFor();
    expect(await page.getByText(/^已填/).count()).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '用链接里的' }).click();
    await page.getByText('已填1项').waitFor();
    await page.getByText('规模以上工业企业', { exact: true }).first().waitFor();
  });

  test('后退到上一页再前进，答案不变', async () => {
    await open();
    await asEnterprise();
    await page.getByRole('link', { name: '自测报告' }).click();
    await page.getByRole('heading', { level: 1, name: '政策匹配自测报告' }).waitFor();
    await page.goBack();
    await page.getByText('已填1项').waitFor();
    await page.goForward();
    await page.getByRole('row', { name: '规模以上工业企业 否' }).waitFor();
  });

  test('不由单位申报的类别说明怎么办，没有可填的栏', async () => {
    await open();
    await page.getByRole('link', { name: /免费诊断/ }).click();
    await page.getByRole('heading', { name: '本类别不由单位申报' }).waitFor();
    expect(page.url()).toBe(`${url}/lines/free-diagnosis`);
    expect(await page.getByRole('textbox').count()).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
  });

  test('不存在的地址说没有，并指回测一测', async () => {
    await page.goto(`${url}/lines/no-such-line`);
    await page.getByRole('alert').getByText('没有这个地址').waitFor();
    await page.getByRole('link', { name: '回到测一测' }).click();
    await page.getByRole('heading', { level: 1, name: /^测一测/ }).waitFor();
  });

  test('手机宽度不横向滚动，结果数始终看得见', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open();
    await asEnterprise();
    expect(await beyondEdge(page)).toBe(0);
    const bar = page.getByRole('link', { name: /查看$/ });
    expect(await bar.textContent()).toMatch(/符合0类，待定\d+类，不符合\d+类/);
    expect(await axeFaults(page)).toEqual([]);
  });
});
