import type { Form } from '@fuchi/guide/form';
import { loadGuide } from '@fuchi/platform-server/load-guide';
import { readGivenFacts } from '@fuchi/policy/facts/read-facts';
import { regionsFrom } from '@fuchi/values/region';
import { describe, expect, test } from 'vitest';
import { type FactFigures, factFigures } from '../fact-figures.ts';
import { addressText } from '../field-address.ts';
import { blankFilling, type Filling } from '../filling.ts';
import { prefill } from '../prefill.ts';
import { readFilling } from '../read/read-filling.ts';
import { formSentence } from '../sentence/sentence.ts';
import { checkFilling } from './check-filling.ts';
import { completeness } from './completeness.ts';

const loaded = await loadGuide('guides/jiangsu-2022');
if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
const { checked } = loaded;
const { guide } = checked;

function formOf(id: string): Form {
  const form = guide.forms.find((f) => f.id === id);
  if (!form) throw new Error(`no form ${id}`);
  return form;
}

function told(form: Form, line: string | undefined, input: unknown): FactFigures {
  const regions = regionsFrom(guide.regions);
  if (!regions.ok) throw new Error(regions.code);
  const context = { units: new Set(guide.units), regions: regions.value };
  const { facts, faults } = readGivenFacts(checked, input, context);
  expect(faults).toEqual([]);
  return factFigures(checked, form, line, facts);
}

const NO_FACTS: FactFigures = new Map();

/** What is said of a filling but what is missing, as `where code`. */
function said(id: string, input: unknown, facts: FactFigures = NO_FACTS): string[] {
  const { filling, faults } = readFilling(formOf(id), input);
  expect(faults).toEqual([]);
  return checkFilling(formOf(id), filling, { figures: guide.figures, facts })
    .filter((f) => f.severity !== 'missing')
    .map(
      ({ where, code, severity }) =>
        `${addressText(where)} ${severity === 'remark' ? '?' : ''}${code}`,
    );
}

function sentence(id: string, input: unknown, facts: FactFigures = NO_FACTS): string {
  const { filling } = readFilling(formOf(id), input);
  const [first] = checkFilling(formOf(id), filling, { figures: guide.figures, facts }).filter(
    (f) => f.severity !== 'missing',
  );
  if (!first) return '';
  const { message, fix } = formSentence(first.code, first.facts);
  return `${message}；${fix}`;
}

const at = (row: string, code: string) => [`/targets/${row}/0/value ${code}`];

describe('a figure', () => {
  test.each([
    ['1-1', '产品合格率', '98.5'],
    ['1-1', '产品合格率', '98.5%'],
    ['1-1', '产品合格率', '９８．５％'],
    ['1-1', '产品合格率', '100'],
    ['1-1', '项目总投入', '1,234.50'],
    ['1-1', '项目总投入', '3000万元'],
    ['1-1', '利润总额', '-20'],
    ['1-1', '新增数字化装备', '12台'],
    ['1-23', '培训人数完成率', '120'],
  ])('%s %s: %s is one', (form, row, value) => {
    expect(said(form, { targets: { [row]: value } })).toEqual([]);
  });

  test.each([
    ['产品合格率', '很高', 'target-not-a-number'],
    ['产品合格率', '≥95', 'target-not-exact'],
    ['产品合格率', '95%以上', 'target-not-exact'],
    ['产品合格率', '95-98', 'target-not-exact'],
    ['产品合格率', '100.01', 'target-out-of-range'],
    ['产品合格率', '-1', 'target-out-of-range'],
    ['产品合格率', '98个', 'target-unit'],
    ['产品合格率', '/', 'says-nothing'],
    ['产品合格率', '暂无', 'says-nothing'],
    ['项目总投入', '12,34', 'target-grouping'],
    ['项目总投入', `1${'0'.repeat(60)}`, 'target-too-long'],
    ['项目总投入', '3亿元', 'target-money-unit'],
    ['项目总投入', '-3', 'target-out-of-range'],
    ['新增数字化装备', '2.5', 'target-not-whole'],
  ])('1-1 %s: %s isn’t', (row, value, code) => {
    expect(said('1-1', { targets: { [row]: value } })).toEqual(at(row, code));
  });

  test('in another unit of money is told as what it should be', () => {
    expect(sentence('1-1', { targets: { 项目总投入: '3.2亿元' } })).toBe(
      '这一行的单位是万元，写的是“3.2亿元”；写成“32000”',
    );
  });

  test('is compared exactly, however small the difference', () => {
    const above = {
      targets: { 产品合格率: '99.99999999999999999', 优良品率: '99.999999999999999991' },
    };
    expect(said('1-1', above)).toEqual(at('优良品率', 'target-above-other'));
    expect(said('1-1', { targets: { 产品合格率: '0.3', 优良品率: '0.30' } })).toEqual([]);
  });
});

describe('a choice', () => {
  test('of units: none, one that isn’t printed, one that decides what is whole', () => {
    const of = (value: string, measure: string) =>
      said('1-1', { targets: { 新增产品生产能力: { value, measure } } });
    expect(of('2.5', '吨')).toEqual([]);
    expect(of('2.5', '件')).toEqual(at('新增产品生产能力', 'target-not-whole'));
    expect(of('2', '箱')).toEqual(['/targets/新增产品生产能力/0/measure measure-unknown']);
    expect(of('2', '')).toEqual([]);
    expect(missing('1-1', { targets: { 新增产品生产能力: '2' } })).toContain(
      '/targets/新增产品生产能力/0/measure measure-missing',
    );
  });

  test('of printed words: only those', () => {
    expect(said('1-20', { targets: { 资金使用合规性: '合规' } })).toEqual([]);
    expect(sentence('1-20', { targets: { 项目完成及时率: '较为及时' } })).toBe(
      '“较为及时”不是表上印的选项；是不是“较及时”？',
    );
  });
});

describe('kinds of project', () => {
  const tracing = '全省工业企业IP地址在库数';
  test('1-8: one only, and the rows of others stay empty', () => {
    expect(said('1-8', { kinds: ['地址溯源'], targets: { [tracing]: '10' } })).toEqual([]);
    expect(said('1-8', { kinds: ['公共服务平台'], targets: { [tracing]: '乱写' } })).toEqual(
      at(tracing, 'kind-not-chosen'),
    );
    expect(said('1-8', { kinds: ['公共服务平台', '地址溯源'] })).toEqual(['/kinds kinds-too-many']);
  });

  test('1-8: who may leave a row out isn’t asked for it', () => {
    const jobs = '/targets/带动就业人数/0/value target-missing';
    expect(missing('1-8', { kinds: ['公共服务平台'] })).toContain(jobs);
    expect(missing('1-8', { kinds: ['企业侧安全平台'] })).not.toContain(jobs);
  });

  test('1-17: several may be chosen, one must; their rows are then asked', () => {
    expect(missing('1-17', {})).toContain('/kinds kind-missing');
    const both = missing('1-17', { kinds: ['以节能改造为主的项目', '以节水改造为主的项目'] });
    expect(both).toContain('/targets/节能量/0/value target-missing');
    expect(both).toContain('/targets/节水量/0/value target-missing');
    expect(both).not.toContain('/targets/年处置废旧电池量/0/value target-missing');
  });

  test('1-17: of a repeated row one at least, and each with its product and its unit', () => {
    const row = '达到行业标杆或先进水平的单位产品能耗';
    const kinds = ['以节能改造为主的项目'];
    const none = missing('1-17', { kinds }).filter((m) => m.includes(row));
    expect(none).toHaveLength(3);
    const two = {
      [row]: [{ value: '5', unit: '千克标准煤/吨', about: '示例产品' }, { value: '6' }],
    };
    expect(missing('1-17', { kinds, targets: two }).filter((m) => m.includes(row))).toEqual([
      `/targets/${row}/1/unit unit-missing`,
      `/targets/${row}/1/about about-missing`,
    ]);
  });
});

describe('against other figures', () => {
  test('1-7: the printed minimum, from the guide’s figures', () => {
    const row = '编制平台服务企业实践案例';
    expect(said('1-7', { targets: { [row]: '5' } })).toEqual([]);
    expect(sentence('1-7', { targets: { [row]: '4' } })).toBe(
      '目标是4个，少于表上印的“不少于5个”；改为不少于这个数',
    );
  });

  test('1-19: a part isn’t more than its whole, in no year either', () => {
    const rows = (part: string) => ({
      targets: {
        授权专利数量: { value: '10', years: { 2022: '4', 2023: '6' } },
        授权发明专利数量: { value: part, years: { 2022: '5', 2023: '0' } },
      },
    });
    expect(said('1-19', rows('11'))).toEqual([
      '/targets/授权发明专利数量/0/value part-above-whole',
      '/targets/授权发明专利数量/0/value ?years-dont-add-up',
      '/targets/授权发明专利数量/0/years/2022 part-above-whole',
    ]);
  });

  test('the application’s facts, exactly and in the row’s unit', () => {
    const form = formOf('1-2');
    const facts = told(form, undefined, { 项目总投入: '3.2亿元' });
    expect(said('1-2', { targets: { 项目总投入: '32000' } }, facts)).toEqual([]);
    expect(sentence('1-2', { targets: { 项目总投入: '32000.01' } }, facts)).toMatch(
      /^目标是32000\.01万元，申报事实“.*项目总投入.*”是32000万元；两处应当一致/u,
    );
    // What was audited at acceptance says nothing about what is planned.
    const audited = told(form, undefined, { 项目总投入: { value: '1万元', moment: '验收' } });
    expect(said('1-2', { targets: { 项目总投入: '32000' } }, audited)).toEqual([]);
  });

  test('1-21: of two facts the one that the line asks', () => {
    const facts = { 平台基地项目投入: '300万元', 建设投入和服务支出总额: '500万元' };
    const row = '建设投入和支出总额';
    const of = (line: string | undefined) => {
      const form = formOf('1-21');
      const filling = prefill(form, blankFilling('1-21'), told(form, line, facts));
      return filling.targets[row]?.[0]?.value;
    };
    expect([of('sme-platform'), of('sme-service-centre'), of(undefined)]).toEqual([
      '300',
      '500',
      undefined,
    ]);
  });
});

describe('dates and years', () => {
  const header = { 项目开始时间: '2022-03-16', 项目结束时间: '2024-03-15' };
  test('days of the calendar, in their order', () => {
    expect(said('1-1', { header })).toEqual([]);
    expect(
      said('1-1', { header: { 项目开始时间: '2022年2月30日', 项目结束时间: '2024年12月' } }),
    ).toEqual(['/header/项目开始时间 date-unreadable', '/header/项目结束时间 date-unreadable']);
    expect(said('1-1', { header: { ...header, 项目结束时间: '2022-03-15' } })).toEqual([
      '/header/项目结束时间 date-before',
    ]);
  });

  test('a year outside the project is a fault, years that don’t make up the target a remark', () => {
    const row = (years: Record<string, string>, value: string, id = '项目总投入') =>
      said('1-8', { header, kinds: ['地址溯源'], targets: { [id]: { value, years } } });
    expect(row({ 2022: '0.1', 2023: '0.2' }, '0.3')).toEqual([]);
    expect(row({ 2022: '1', 2023: '2' }, '4')).toEqual(at('项目总投入', '?years-dont-add-up'));
    expect(row({ 2022: '1', 2024: '4' }, '4', '主营业务收入')).toEqual([]);
    expect(row({ 2022: '4', 2024: '3' }, '4', '主营业务收入')).toEqual(
      at('主营业务收入', '?last-year-differs'),
    );
    expect(row({ 2021: '1', 2022: '2' }, '3')).toEqual([
      '/targets/项目总投入/0/years/2021 year-outside',
    ]);
    expect(row({ 2022: '无' }, '3')).toEqual([
      '/targets/项目总投入/0/years/2022 year-says-nothing',
    ]);
  });
});

describe('texts', () => {
  test.each(['/', '无', '-', '——', '。', '（无）', '暂无。', 'N/A', '同上', '略', '…', '１２３'])(
    'a goal that says “%s” says nothing',
    (text) =>
      expect(said('1-1', { goals: { 总体目标: text } })).toEqual(['/goals/总体目标 says-nothing']),
  );
  test.each([' ', '\n\t', '\u3000', '\u200b', '\u00a0'])('blanks (%j) are nothing', (text) => {
    expect(missing('1-1', { goals: { 总体目标: text } })).toContain(
      '/goals/总体目标 field-missing',
    );
  });
  test('“无” in a row of its own indicators is none; a row begun is asked to its end', () => {
    expect(said('1-1', { own: [{ name: '无' }] })).toEqual([]);
    expect(missing('1-1', { own: [{ name: '新产品产值率', unit: '%' }] })).toContain(
      '/own/0/value target-missing',
    );
    expect(said('1-1', { own: [{ name: '项目总投入', value: '1' }] })).toEqual([
      '/own/0/name ?own-twice',
    ]);
  });
});

test('a blank form: everything is missing, nothing is wrong; full, nothing is', () => {
  const form = formOf('1-20');
  const blank = completeness(form, blankFilling('1-20'));
  // 5 header fields, 1 goal, 8 rows.
  expect([blank.filled, blank.required, blank.missing.length]).toEqual([0, 14, 14]);
  const { filling } = readFilling(form, FULL);
  expect(checkFilling(form, filling, { figures: guide.figures, facts: NO_FACTS })).toEqual([]);
  expect(completeness(form, filling)).toEqual({ filled: 14, required: 14, missing: [] });
});

const FULL = {
  form: '1-20',
  header: {
    项目名称: '示例集群促进项目',
    项目推荐单位: '示例市工业和信息化局',
    项目承担单位: '示例促进中心',
    项目开始时间: '2022-01-01',
    项目结束时间: '2022-12-31',
  },
  goals: { 总体目标: '建成集群观测站。' },
  targets: {
    集群观测站建设完成数: 3,
    支持赋能集群和产业链的公共服务活动次数: '12',
    促进先进制造业集群发展和卓越产业链建设的典型案例数: '4',
    资金使用合规性: '合规',
    项目完成及时率: '及时',
    项目总投入: '300',
    对集群和产业链发展水平的提升作用: '明显',
    集群成员单位和产业链上下游企业满意度: '满意',
  },
};

function missing(id: string, input: unknown): string[] {
  const filling: Filling = readFilling(formOf(id), input).filling;
  return checkFilling(formOf(id), filling, { figures: guide.figures, facts: NO_FACTS })
    .filter((f) => f.severity === 'missing')
    .map(({ where, code }) => `${addressText(where)} ${code}`);
}
