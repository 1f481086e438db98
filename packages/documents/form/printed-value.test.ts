import { blankFilling, NO_TARGET, type Target } from '@fuchi/forms/filling';
import type { Indicator } from '@fuchi/guide/form';
import { indicatorsOf } from '@fuchi/guide/form';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import { describe, expect, test } from 'vitest';
import { filledForm } from './filled-form.fixture.ts';
import { formDocument } from './form-document.ts';
import { fillingDigest } from './form-foot.ts';
import { indicatorTable } from './form-indicators.ts';
import { yearlyText } from './form-yearly.ts';
import { printedValue } from './printed-value.ts';

const loaded = await loadGuide('guides/jiangsu-2022');
if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
const { guide } = loaded.checked;

function formOf(id: string) {
  const form = guide.forms.find((f) => f.id === id);
  if (!form) throw new Error(`no form ${id}`);
  return form;
}

function indicator(form: string, id: string): Indicator {
  const found = indicatorsOf(formOf(form)).find((p) => p.indicator.id === id);
  if (!found) throw new Error(`no indicator ${id}`);
  return found.indicator;
}

function target(differs: Partial<Target>): Target {
  return { ...NO_TARGET, ...differs };
}

describe('a value on the printed form', () => {
  test.each<[string, string, Partial<Target>, string]>([
    ['1-1', '产品合格率', { value: '98.5' }, '98.5'],
    ['1-1', '新增产品生产能力', { value: '1200', measure: '吨' }, '1200吨'],
    [
      '1-8',
      '开展密码应用的工控系统或工业互联网平台用户数或终端数',
      { value: '30', measure: '终端数' },
      '终端数：30个',
    ],
    ['1-17', '单位产品水耗', { value: '3.2', unit: '吨/吨' }, '3.2吨/吨'],
    [
      '1-17',
      '达到行业标杆或先进水平的单位产品能耗',
      { value: '105', unit: '千克标准煤/吨', about: '示例水泥' },
      '示例水泥：105千克标准煤/吨',
    ],
    ['1-20', '资金使用合规性', {}, '（合规、不合规）'],
    ['1-20', '资金使用合规性', { value: '合规' }, '☑合规　□不合规'],
    ['1-20', '资金使用合规性', { value: '基本合规' }, '基本合规'],
  ])('%s %s %j', (form, id, told, printed) => {
    expect(printedValue(indicator(form, id), target(told))).toBe(printed);
  });

  test('targets by year stand once an indicator, a missing year as a dash', () => {
    const form = formOf('1-17');
    const filling = {
      ...filledForm(form),
      targets: {
        节能量: [target({ years: { 2022: '500', 2023: '1200' } })],
        单位产品水耗: [target({ unit: '吨/吨', years: { 2023: '3.2' } })],
      },
      own: [{ name: '绿色工厂', unit: '个', value: '1', years: { 2022: '1', 2023: '' } }],
    };
    expect(yearlyText(form, filling)).toBe(
      '分年度指标值（2022年／2023年）：节能量500／1200吨标准煤；单位产品水耗—／3.2吨/吨；绿色工厂1／—个。',
    );
    expect(yearlyText(form, { ...filling, targets: {}, own: [] })).toBe('');
  });
});

describe('the box that 1-21 prints inside a label', () => {
  const form = formOf('1-21');
  const labels = (targets: Readonly<Record<string, readonly Target[]>>) =>
    JSON.stringify(indicatorTable(form, { ...blankFilling(form.id), targets }).rows);

  test('is empty on the blank form and ticked where the row is filled in', () => {
    expect(labels({})).toContain('示范基地建设和运营水平提升□：');
    const filled = labels({ 新增规模以上企业家数: [target({ value: '2' })] });
    expect(filled).toContain('示范基地建设和运营水平提升☑：');
    expect(filled).not.toContain('提升□');
  });

  test('stays empty where only another row is filled in', () => {
    const filled = labels({ 年服务中小企业数量: [target({ value: '120' })] });
    expect(filled).toContain('示范基地建设和运营水平提升□：');
  });
});

describe('a filling’s digest', () => {
  const form = formOf('1-8');
  const filling = filledForm(form);

  test('is the same however the fields were kept', () => {
    const turned = Object.fromEntries(Object.entries(filling).reverse());
    const padded = { ...filling, ...turned, header: { ...filling.header, 没有的: '' } };
    expect(fillingDigest(padded, guide)).toBe(fillingDigest(filling, guide));
  });

  test('is another for another figure, another guide, or a target in another row', () => {
    const first = fillingDigest(filling, guide);
    const other = { ...filling, goals: { ...filling.goals, 总体目标: '别的' } };
    expect(fillingDigest(other, guide)).not.toBe(first);
    expect(fillingDigest(filling, { ...guide, digest: '00' })).not.toBe(first);
    const rows = (targets: readonly Target[]) =>
      fillingDigest({ ...filling, targets: { 节能量: targets } }, guide);
    expect(rows([NO_TARGET, target({ value: '1' })])).not.toBe(
      rows([target({ value: '1' }), NO_TARGET]),
    );
  });

  test('stands in the foot and its code, which any reader of QR codes takes', () => {
    const { foot } = formDocument(form, filling, guide).furniture;
    const short = fillingDigest(filling, guide).slice(0, 16);
    expect(foot?.digest.replaceAll(' ', '')).toBe(short);
    expect(foot?.code).toBe(
      `FUCHI:1-8:${guide.id}:${guide.version}:${guide.digest.slice(0, 16)}:${short}`,
    );
    expect(foot?.code).toMatch(/^[ -~]{1,150}$/);
  });
});
