import type { BrowserContext, Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { axeFaults } from './axe.ts';
import { executablePath, openGuide } from './browser.ts';
import { formCell, INVESTED, openForm } from './form-page.ts';
import { openSite } from './site.ts';

const PHONE = { width: 360, height: 740 };

describe.skipIf(!executablePath)('the performance target forms', () => {
  const site = openSite();
  let context: BrowserContext;
  let page: Page;
  let url: string;
  beforeEach(() => {
    ({ context, page, url } = site());
  });

  const open = (form: string, on = page) => openForm(on, url, form);
  const cell = (name: string, on = page) => formCell(on, name);
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const copy = (text: string) =>
    page.evaluate((pasted) => {
      const data = new DataTransfer();
      data.setData('text/plain', pasted);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, text);

  const REVENUE = '效益指标 经济效益 主营业务收入（万元）';
  const TAX = '效益指标 经济效益 实缴税金（万元）';
  const PROFIT = '效益指标 经济效益 利润总额（万元）';

  test('the list names all forms by their official titles, with the lines that use each', async () => {
    await page.goto(url);
    await page.getByRole('link', { name: '申报表', exact: true }).click();
    const { guide } = await openGuide();
    for (const form of guide.forms)
      await page.getByRole('link', { name: form.title.join(''), exact: true }).waitFor();
    const row = page.getByRole('row').filter({ hasText: '1-21' });
    expect(await row.getByRole('listitem').count()).toBe(3);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('link', { name: '工业互联网安全项目绩效目标申报表' }).click();
    await page.getByText('（2022年度）').waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: '绩效目标申报表', exact: true }).waitFor();
  });

  test('the guide names a line’s form by its official title and leads to it', async () => {
    const name = '附件1-19 制造业创新中心创新能力建设项目绩效目标申报表';
    await page.goto(`${url}/guide`);
    await expect.poll(() => page.getByRole('link', { name }).count()).toBe(2);
    for (const from of ['/guide/lines/innovation-centre', '/lines/innovation-centre']) {
      await page.goto(url + from);
      await page.getByRole('link', { name }).click();
      await page.waitForURL(`${url}/forms/1-19`);
      await page.getByText('（2022年度）').waitFor();
    }
  });

  test('a form is filled in from the keyboard like a sheet', async () => {
    await open('1-8');
    await cell('项目名称').focus();
    await page.keyboard.type('示例：工业企业安全监测');
    await press('Enter');
    expect(await focused()).toBe('项目推荐单位');
    await press('ArrowRight');
    expect(await focused()).toBe('项目承担单位');
    await cell(INVESTED).focus();
    await page.keyboard.type('3000');
    await press('Enter');
    expect(await focused()).toBe(REVENUE);
    await page.keyboard.type('8000');
    await press('ArrowDown');
    expect(await focused()).toBe(TAX);
    await press('Shift+Enter', 'F2', 'Backspace', 'Backspace');
    await page.keyboard.type('5');
    expect(await cell(REVENUE).inputValue()).toBe('805');
    await press('Escape');
    expect(await cell(REVENUE).inputValue()).toBe('8000');
    // What is selected as a whole is typed over.
    await page.keyboard.type('9');
    expect(await cell(REVENUE).inputValue()).toBe('9');
    await press('Control+z');
    expect(await cell(REVENUE).inputValue()).toBe('8000');
    await press('Control+y');
    expect(await cell(REVENUE).inputValue()).toBe('9');
    await press('Tab');
    expect(await focused()).toBe(TAX);
  });

  test('rows of a kind are asked once it is chosen, and keep what was typed when another is', async () => {
    await open('1-8');
    const name = '产出指标 数量指标* 地址溯源 全省工业企业IP地址在库数（个）';
    const other =
      '产出指标 数量指标* 公共服务平台 提供工业互联网安全监测、产品测试、安全评估、应急响应等综合性安全服务的行业数（个）';
    expect(await cell(name).isDisabled()).toBe(true);
    await page.getByText('还缺17项').waitFor();
    await page.getByRole('radio', { name: '地址溯源' }).check();
    // Both places of the kind are ticked, and the count follows: the choice is made, two rows are asked.
    for (const box of await page.getByRole('checkbox', { name: '地址溯源' }).all())
      expect(await box.isChecked()).toBe(true);
    await page.getByText('还缺18项').waitFor();
    await cell(name).fill('1000');
    expect(await cell(other).isDisabled()).toBe(true);
    await page.getByRole('checkbox', { name: '公共服务平台' }).check();
    expect(await page.getByRole('radio', { name: '地址溯源' }).isChecked()).toBe(false);
    expect(await cell(name).isDisabled()).toBe(true);
    expect(await cell(name).inputValue()).toBe('1000');
    await page.getByText('还缺18项').waitFor();
  });

  test('the way to what is missing goes from one to the next, in the form’s order', async () => {
    await open('1-20');
    const next = page.getByRole('button', { name: /去下一处$/ });
    await next.click();
    expect(await focused()).toBe('项目名称');
    await page.keyboard.type('示例');
    await next.click();
    expect(await focused()).toBe('项目推荐单位');
    await next.click();
    expect(await focused()).toBe('项目承担单位');
    await page.getByText('还缺13项').waitFor();
  });

  test('a printed choice is chosen, an either/or measure is told, and the form can be full', async () => {
    await open('1-20');
    for (const name of ['项目名称', '项目推荐单位', '项目承担单位', '总体目标'])
      await cell(name).fill('示例内容');
    await cell('项目开始时间').fill('2022/3/1');
    await cell('项目结束时间').fill('2023-12-31');
    for (const box of await page.locator('input.cell-figure').all()) await box.fill('12');
    for (const list of await page.locator('select.cell').all())
      await list.selectOption({ index: 1 });
    await page.getByRole('button', { name: '该填的都填了' }).waitFor();
    const choice = page.getByRole('combobox', { name: /资金使用合规性/ });
    expect(await choice.inputValue()).toBe('合规');
    await choice.focus();
    await press('ArrowDown');
    expect(await choice.inputValue()).toBe('合规');
    expect(await focused()).toMatch(/项目完成及时率/);
    expect(await axeFaults(page)).toEqual([]);
  });

  test('a block from a sheet is pasted over several cells, and taken back', async () => {
    await open('1-8');
    await cell(INVESTED).focus();
    await copy('3000\n8000\n120\n-5');
    expect(await cell(PROFIT).inputValue()).toBe('-5');
    await page.getByText('粘贴了4格').waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    expect(await cell(PROFIT).inputValue()).toBe('');
    // One cell of a sheet comes with a line end, which isn't part of it; a text being written takes its paragraphs.
    const words = '效益指标 社会效益* 提高工业信息防护能力';
    await cell(words).focus();
    await copy('明显提高\r\n');
    expect(await cell(words).inputValue()).toBe('明显提高');
    await press('Alt+Enter');
    await page.keyboard.type('另一段');
    expect(await cell(words).inputValue()).toBe('明显提高\n另一段');
    expect(await cell('效益指标 可持续发展 运行维护机制健全性').inputValue()).toBe('');
  });

  test('where the browser refuses to keep anything, it is said, and nothing breaks', async () => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await open('1-8');
    await cell('项目名称').fill('示例项目');
    await page.getByText('浏览器不让保存').waitFor();
    expect(await cell('项目名称').inputValue()).toBe('示例项目');
  });

  test('what is wrong is said at the field, once it is left', async () => {
    await open('1-8');
    await cell(INVESTED).focus();
    await page.keyboard.type('约3000');
    const said = page.getByText('“约3000”不是一个确定的数');
    expect(await said.count()).toBe(0);
    await press('Enter');
    await said.waitFor();
    expect(await cell(INVESTED).getAttribute('aria-invalid')).toBe('true');
    const described = await cell(INVESTED).getAttribute('aria-describedby');
    expect(await page.locator(`[id="${described}"]`).textContent()).toContain('不是一个确定的数');
    await page.getByRole('button', { name: /1处要改/ }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  test('rows that repeat and rows of one’s own are added and removed', async () => {
    await open('1-17');
    await page.getByRole('checkbox', { name: '以节能改造为主的项目' }).check();
    const label = '达到行业标杆或先进水平的单位产品能耗';
    await page.getByRole('button', { name: `添加一行：${label}` }).click();
    const about = `产出指标 数量指标 以节能改造为主的项目 ${label}`;
    await expect.poll(focused).toBe(`${about} 04，产品或项目`);
    await page.keyboard.type('示例钢材');
    await page.getByRole('button', { name: `删除${label} 02` }).click();
    await expect.poll(() => cell(`${about} 03，产品或项目`).inputValue()).toBe('示例钢材');
    await expect.poll(() => cell(`${about} 04，产品或项目`).count()).toBe(0);
    await page.getByRole('button', { name: '添加一项个性指标' }).click();
    await expect.poll(focused).toBe('个性指标 01，指标名称');
    await page.keyboard.type('新增专利');
    await cell('个性指标 01，指标值').fill('3');
    await page.getByRole('button', { name: '删除个性指标 01' }).click();
    await expect.poll(() => cell('个性指标 01，指标值').count()).toBe(0);
    await press('Control+z');
    await page.getByRole('button', { name: '撤销' }).click();
    expect(await cell('个性指标 01，指标值').inputValue()).toBe('3');
  });

  test('targets by year unfold for the years of the project and print below 年度目标', async () => {
    await open('1-8');
    await cell('项目开始时间').fill('2022-03-01');
    await cell('项目结束时间').fill('2023-12-31');
    await page.getByRole('button', { name: '填分年目标（2022—2023）' }).click();
    await cell(INVESTED).fill('3000');
    await press('ArrowRight', 'ArrowRight');
    await cell(`${INVESTED}，2022年目标`).fill('1000');
    await cell(`${INVESTED}，2023年目标`).fill('1500');
    await page.getByText('各年目标合计2500万元，与目标3000万元不一致').waitFor();
    await page.getByText('项目总投入1000／1500万元').waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  test('a draft survives a reload, is the same in two tabs, and can be cleared and brought back', async () => {
    await open('1-8');
    await cell('项目名称').fill('示例项目');
    await page.getByText(/^已保存 \d\d:\d\d$/).waitFor();
    await page.reload();
    await expect.poll(() => cell('项目名称').inputValue()).toBe('示例项目');
    const other = await context.newPage();
    site().watch(other);
    await open('1-8', other);
    expect(await cell('项目名称', other).inputValue()).toBe('示例项目');
    await cell('项目承担单位', other).fill('示例公司');
    await expect.poll(() => cell('项目承担单位').inputValue()).toBe('示例公司');
    await page.getByRole('button', { name: '清空' }).click();
    await expect.poll(() => cell('项目名称', other).inputValue()).toBe('');
    await page.getByText('已清空，可以撤销').waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => cell('项目承担单位', other).inputValue()).toBe('示例公司');
    await page.goto(`${url}/forms`);
    await page.getByRole('row').filter({ hasText: '有草稿' }).getByText('1-8').waitFor();
  });

  test('a draft of another version of the guide is kept, and what that version lacked is named', async () => {
    await open('1-8');
    await cell('项目名称').fill('示例项目');
    await page.evaluate(() => {
      const key = 'fuchi/jiangsu-2022/forms/1-8';
      const draft = JSON.parse(localStorage.getItem(key) ?? '');
      draft.version = '0.9.0';
      draft.digest = 'f'.repeat(64);
      draft.filling.targets.从前的指标 = [{ value: '5' }];
      localStorage.setItem(key, JSON.stringify(draft));
    });
    await page.reload();
    const notice = page.getByRole('region', { name: '指南版本不同' });
    await notice.getByText('0.9.0').waitFor();
    await notice.getByText('从前的指标：5').waitFor();
    expect(await cell('项目名称').inputValue()).toBe('示例项目');
    expect(await axeFaults(page)).toEqual([]);
    await notice.getByRole('button').click();
    await notice.waitFor({ state: 'detached' });
    await page.reload();
    expect(await cell('项目名称').inputValue()).toBe('示例项目');
    expect(await notice.count()).toBe(0);
  });

  test('printed, the form stands alone with its columns, and rows that don’t count are empty', async () => {
    await open('1-8');
    await page.getByRole('radio', { name: '地址溯源' }).check();
    const counted = '产出指标 数量指标* 地址溯源 全省工业企业IP地址在库数（个）';
    await cell(counted).fill('1000');
    await cell(INVESTED).fill('3000');
    await page.getByRole('radio', { name: '公共服务平台' }).check();
    // The width of A4 within its margins.
    await page.setViewportSize({ width: 718, height: 1000 });
    await page.emulateMedia({ media: 'print' });
    expect(await cell(INVESTED).isVisible()).toBe(true);
    const uncounted = page.locator(`input[aria-label="${counted}"]`);
    expect(await uncounted.isVisible()).toBe(false);
    expect(await page.locator('button:visible, nav:visible, .kind-choice:visible').count()).toBe(0);
    const [label, value] = [page.getByText('项目总投入（万元）'), cell(INVESTED)];
    const [left, right] = [await label.boundingBox(), await value.boundingBox()];
    expect(right?.x).toBeGreaterThan((left?.x ?? 0) + (left?.width ?? 0) - 1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(718);
  });

  test('a form that isn’t there is said not to be', async () => {
    await page.goto(`${url}/forms/9-9`);
    await page.getByRole('alert').getByText('没有这个地址').waitFor();
  });

  test.each(['1-1', '1-8', '1-17', '1-20', '1-23'])(
    '%s at a phone’s width needs no scrolling sideways, and is accessible',
    async (form) => {
      await page.setViewportSize(PHONE);
      await open(form);
      const kind = page
        .getByRole('group')
        .getByRole(form === '1-8' ? 'radio' : 'checkbox')
        .first();
      if ((await kind.count()) > 0) await kind.check();
      const fold = page.getByRole('button', { name: /填分年目标/ });
      if ((await fold.count()) > 0) await fold.click();
      // Neither the page nor anything in it is wider than what is seen of it.
      const wide = await page.evaluate(() => {
        const boxes = [document.documentElement, ...document.querySelectorAll('main, main *')];
        return Math.max(...boxes.map((box) => box.getBoundingClientRect().right));
      });
      expect(wide).toBeLessThanOrEqual(PHONE.width);
      expect(await axeFaults(page)).toEqual([]);
    },
  );
});
