import { assessLine } from '@fuchi/policy/assess/assess-line';
import type { Assessment } from '@fuchi/policy/assess/assessment';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { VERDICT_WORDS } from '@fuchi/policy/sentence/words';
import { regionsFrom } from '@fuchi/values/region';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { axeFaults } from './axe.ts';
import { executablePath, openGuide } from './browser.ts';
import { beyondEdge, openSite } from './site.ts';

/** What an applicant for a data product would write, field by field. */
const TEXTS: Readonly<Record<string, string>> = {
  入选应用示范项目名单年度: '2021',
  项目总投入: '1800',
  项目完工日期: '2021-10-30',
};

describe.skipIf(!executablePath)('the page of a line', () => {
  const site = openSite();
  let page: Page;
  let context: BrowserContext;
  let url: string;
  let guide: CheckedGuide;
  beforeAll(async () => {
    guide = await openGuide();
  });
  beforeEach(() => {
    ({ page, context, url } = site());
  });

  const open = async (line: string) => {
    await page.goto(`${url}/lines/${line}`);
    await page.getByRole('region', { name: '评估结果' }).waitFor();
  };
  const field = (id: string) => page.locator(`[id="fact-${id}"]`);
  const type = (id: string, text: string) => field(id).getByRole('textbox').fill(text);
  const choose = (id: string, word: string) =>
    field(id).getByRole('radio', { name: word, exact: true }).check();
  const verdict = () => page.getByRole('region', { name: '结论' });
  const keptFacts = () =>
    page.evaluate(
      (key) => JSON.parse(localStorage.getItem(key) ?? '{}').facts,
      'fuchi/jiangsu-2022/answers',
    );

  /** What the engine says of the same facts, here. */
  const assessed = (line: string, facts: Record<string, unknown>): Assessment => {
    const regions = regionsFrom(guide.guide.regions);
    if (!regions.ok) throw new Error(regions.code);
    const question = { facts, clocks: {}, asOf: null, call: [], otherReadings: [] };
    const { assessment } = assessLine(guide, regions.value, line, question);
    if (!assessment) throw new Error(`no line ${line}`);
    return assessment;
  };

  /** Answers every question of the data product with what makes it eligible. */
  const enterProduct = async (): Promise<Record<string, unknown>> => {
    const facts: Record<string, unknown> = {};
    const line = guide.lines.find((l) => l.id === 'data-product');
    for (const id of line?.facts ?? []) {
      const spec = guide.facts[id];
      if (spec?.supplied !== '') continue;
      const text = TEXTS[id];
      if (text !== undefined) {
        await type(id, text);
        facts[id] = text;
      } else if (spec.type.kind === 'bool' && (await field(id).isVisible())) {
        await choose(id, '是');
        facts[id] = '是';
      }
    }
    return facts;
  };

  test('leads from the list to verdict and ceiling, the same the engine gives', async () => {
    await page.goto(url);
    await page.getByRole('link', { name: '数据产品化项目' }).click();
    await verdict().getByText('待定').waitFor();
    const facts = await enterProduct();
    const expected = assessed('data-product', facts);
    expect(expected).toMatchObject({ verdict: 'eligible', ceiling: { amount: '360' } });
    await verdict().getByText(VERDICT_WORDS.eligible, { exact: true }).waitFor();
    await verdict().getByText('360 万元', { exact: true }).waitFor();
    await verdict()
      .getByText('补助上限不是立项金额：实际补助通常低于上限，取决于预算和评审。')
      .waitFor();
    for (const { clause } of expected.conditions) {
      const item = page.locator(`[id="clause-${clause}"]`);
      await item.getByText('符合', { exact: true }).waitFor();
    }
    const answer = page.getByRole('region', { name: '评估结果' });
    expect(await answer.textContent()).toContain(guide.guide.digest);
    expect(await axeFaults(page)).toEqual([]);
  });

  test('a missing fact is asked for, and its link leads to its field', async () => {
    await open('data-product');
    await enterProduct();
    await type('项目总投入', '');
    await verdict().getByText('待定', { exact: true }).waitFor();
    await verdict().getByText('200 至 500 万元', { exact: true }).waitFor();
    const missing = page.getByRole('region', { name: '还缺1项事实' });
    await missing.getByRole('button', { name: '项目总投入' }).click();
    const focused = field('项目总投入').getByRole('textbox');
    expect(await focused.evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.type('999.99');
    await verdict().getByText('不符合', { exact: true }).waitFor();
    await page.getByText('差 0.01 万元').waitFor();
    await verdict().getByText('若符合，补助上限').waitFor();
    await page
      .getByRole('region', { name: /最小的改动$/ })
      .getByText('改为1,000万元')
      .waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  test('a fault of the input stands at its field, and the value counts as unknown', async () => {
    await open('data-product');
    await type('项目总投入', '3000平方米');
    await type('项目完工日期', '2021-02-30');
    const field1 = field('项目总投入').getByRole('textbox');
    await page.locator('[id="fault-项目总投入"]').getByText('单位').waitFor();
    expect(await field1.getAttribute('aria-invalid')).toBe('true');
    await page.locator('[id="fault-项目完工日期"]').getByText('2021-02-30').waitFor();
    await verdict().getByText('有2处填写有误').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await type('项目总投入', '3000万元');
    await verdict().getByText('有1处填写有误').waitFor();
  });

  test('rows are added, nested and removed, and count only as complete as they are', async () => {
    await open('tech-upgrade');
    const loans = field('贷款');
    await loans.getByRole('button', { name: '添加一笔' }).click();
    await loans.getByRole('textbox', { name: '第1笔 本金' }).fill('1500');
    const loan = page.locator('[id="clause-1(2)b"]');
    await loan.getByText('待定').waitFor();
    await loans.getByRole('checkbox', { name: /^项目固定资产贷款：已列全/ }).check();
    await loan.getByText('不符合', { exact: true }).waitFor();
    await loan.getByText('差 500 万元').waitFor();
    await loans.getByRole('button', { name: '添加一笔' }).first().click();
    await loans.getByRole('textbox', { name: '第2笔 本金' }).fill('700');
    await loan.getByText('符合', { exact: true }).waitFor();
    await loans.getByText('第1笔的各期付息').click();
    const nested = loans.locator('.row-nested').first();
    await nested.getByRole('button', { name: '添加一笔' }).click();
    await nested.getByRole('textbox', { name: '第1笔 起息日' }).fill('2021-13-01');
    await nested.getByText('2021-13-01').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await loans.getByRole('button', { name: '删除第2笔' }).click();
    await loan.getByText('不符合', { exact: true }).waitFor();
  });

  test('what was entered is there again after a reload, until it is cleared', async () => {
    await open('data-product');
    await type('项目总投入', '2000');
    await page.getByRole('textbox', { name: '申报日期' }).fill('2022-04-30');
    await page.reload();
    const input = field('项目总投入').getByRole('textbox');
    expect(await input.inputValue()).toBe('2000');
    expect(await page.getByRole('textbox', { name: '申报日期' }).inputValue()).toBe('2022-04-30');
    await page.getByRole('button', { name: '清空' }).click();
    expect(await input.inputValue()).toBe('');
    expect(await keptFacts()).toEqual({});
    await page.getByRole('button', { name: '撤销' }).click();
    expect(await input.inputValue()).toBe('2000');
  });

  test('one figure is moved: where verdict and amount turn stands beside it', async () => {
    await open('data-product');
    await enterProduct();
    const panel = page.getByRole('region', { name: '如果……会怎样' });
    await panel.getByRole('combobox').click();
    await page.locator('.ant-select-item-option', { hasText: /^项目总投入$/ }).click();
    await panel.getByRole('button', { name: '不到1,000万元' }).waitFor();
    await panel.getByRole('button', { name: '2,500万元及以上' }).click();
    await panel.getByRole('status').getByText('500 万元').waitFor();
    await panel.getByRole('textbox', { name: '项目总投入' }).fill('999.99');
    await panel.getByRole('status').getByText('不符合').waitFor();
    // What was told stays as it was.
    await verdict().getByText('360 万元', { exact: true }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  test('rows copied from a spreadsheet fill the table, by column names', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open('talent-training');
    const table = field('班次');
    await table.getByRole('button', { name: '添加一个' }).click();
    await page.evaluate(() =>
      navigator.clipboard.writeText(
        '班次名称\t培训地点\t学员人数（人）\n一班\t苏州\t100\n二班\t南通\t80',
      ),
    );
    await table.getByRole('textbox', { name: '第1个 班次名称' }).focus();
    await page.keyboard.press('Control+V');
    const count = table.getByRole('textbox', { name: '第2个 学员人数' });
    await count.waitFor();
    expect(await count.inputValue()).toBe('80');
    expect(await table.getByRole('textbox', { name: '第1个 班次名称' }).inputValue()).toBe('一班');
  });

  test('the papers to prepare follow from what is told', async () => {
    await open('talent-training');
    const papers = page.getByRole('region', { name: '要准备的材料' });
    const audit = papers.getByRole('listitem').filter({ hasText: '近三年审计报告' });
    await audit.getByText('视填报情况而定').waitFor();
    await choose('机构类型', '事业单位');
    await audit.getByText('不需要').waitFor();
  });

  test('the other reading of a point changes the answer that rests on it', async () => {
    await open('tech-upgrade');
    await type('项目备案总投资', '2999');
    const condition = page.locator('[id="clause-1(2)a"]');
    await condition.getByText('待定').waitFor();
    const readings = page.getByRole('region', { name: '条文理解', exact: true });
    await readings.getByText('切换本类别所依据的').click();
    await readings
      .getByRole('group', { name: /^A1\.1 / })
      .getByRole('radio', { name: /^另解/ })
      .check();
    await condition.getByText('不符合', { exact: true }).waitFor();
    await verdict().getByText('不符合', { exact: true }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  test('conditions of the call count once they are switched on', async () => {
    await open('data-product');
    expect(await page.locator('[id="clause-call-3"]').count()).toBe(0);
    await page.getByText('当年申报通知另加的条件').click();
    await page.getByRole('checkbox', { name: /^申报通知3 / }).check();
    await page.locator('[id="clause-call-3"]').waitFor();
  });

  test('a year may be told to be absent, which is not the same as not told', async () => {
    await open('data-product');
    await field('入选应用示范项目名单年度').getByRole('checkbox', { name: '无' }).check();
    await page.locator('[id="clause-1(1)b"]').getByText('不符合', { exact: true }).waitFor();
  });

  test('at the width of a phone nothing is cut off, and the answer stays in sight', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open('tech-upgrade');
    await field('贷款').getByRole('button', { name: '添加一笔' }).click();
    await field('贷款').getByRole('textbox', { name: '第1笔 本金' }).fill('2000');
    expect(await beyondEdge(page)).toBe(0);
    const bar = page.getByRole('link', { name: /查看结果/ });
    expect(await bar.isVisible()).toBe(true);
    expect(await bar.textContent()).toContain('待定');
    await bar.click();
    await page.waitForFunction(() => {
      const top = document.getElementById('result')?.getBoundingClientRect().top ?? 999;
      return top < 100;
    });
    expect(await axeFaults(page)).toEqual([]);
  });
});
