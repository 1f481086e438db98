import { loadGuide } from '@fuchi/platform-server/load-guide';
import { regionsFrom } from '@fuchi/values/region';
import { describe, expect, it } from 'vitest';
import { assess } from '../assess/assess.ts';
import { compile } from '../assess/program.ts';
import { readGivenFacts } from './read-facts.ts';

const loaded = await loadGuide('guides/jiangsu-2022');
if (!loaded) throw new Error('guides/jiangsu-2022 is missing');
const { checked } = loaded;
const regions = regionsFrom(checked.guide.regions);
if (!regions.ok) throw new Error(regions.code);
const context = { units: new Set(checked.guide.units), regions: regions.value };
const read = (input: unknown) => readGivenFacts(checked, input, context);
const faults = (input: unknown) => read(input).faults.map((f) => `${f.path} ${f.code}`);

function nested(depth: number, inner: unknown, wrap: (x: unknown) => unknown): unknown {
  let x = inner;
  for (let i = 0; i < depth; i++) x = wrap(x);
  return x;
}

describe('申报事实写得不对，一处一条', () => {
  it('没有的事实，给出最近的名称', () => {
    expect(read({ 项目总投人: '5000' }).faults).toEqual([
      {
        path: '项目总投人',
        code: 'input-unknown-fact',
        facts: { name: '项目总投人', nearest: '项目总投入' },
      },
    ]);
  });

  it.each([
    ['不是一张表', '5000', ' input-not-a-map'],
    ['是列表', [], ' input-not-a-map'],
    ['是否写成数', { 规模以上工业企业: 1 }, '规模以上工业企业 input-type'],
    ['金额写成是否', { 项目总投入: true }, '项目总投入 input-type'],
    ['金额写成文字', { 项目总投入: '很多' }, '项目总投入 input-number'],
    ['金额是空的', { 项目总投入: '' }, '项目总投入 input-number'],
    ['科学记数', { 项目总投入: '1e400' }, '项目总投入 input-number'],
    ['JSON里的1e400', { 项目总投入: JSON.parse('1e400') }, '项目总投入 input-type'],
    ['不是数', { 项目总投入: Number.NaN }, '项目总投入 input-type'],
    ['丢了位数的数', { 项目总投入: JSON.parse('12345678901234567890') }, '项目总投入 input-type'],
    ['一百位数', { 项目总投入: '9'.repeat(100) }, '项目总投入 input-number'],
    ['分节不对', { 项目总投入: '1,00' }, '项目总投入 input-number'],
    ['负的金额', { 项目总投入: '-1' }, '项目总投入 input-range'],
    ['比例超过100%', { 贷款合同利率: '101%' }, '贷款合同利率 input-range'],
    ['一个半人', { 专职服务团队人数: '1.5' }, '专职服务团队人数 input-whole'],
    ['单位不对', { 项目总投入: { value: '5', unit: '人' } }, '项目总投入 input-unit'],
    ['两个单位', { 项目总投入: { value: '5万元', unit: '元' } }, '项目总投入 input-unit'],
    ['没有的日子', { 项目完工日期: '2021-02-29' }, '项目完工日期 input-date'],
    ['太早的日子', { 项目完工日期: '0001-01-01' }, '项目完工日期 input-date'],
    ['日期写成数', { 项目完工日期: 20211231 }, '项目完工日期 input-date'],
    ['没有的选项', { 备案手续: '完毕' }, '备案手续 input-option'],
    ['没有的地区', { 项目实施地: '小人国' }, '项目实施地 input-unknown-region'],
    ['不止一处的地区', { 项目实施地: '鼓楼区' }, '项目实施地 input-ambiguous'],
    ['值是一张表', { 项目总投入: { value: {} } }, '项目总投入 input-type'],
    ['没有值', { 项目总投入: { unit: '万元' } }, '项目总投入 input-shape'],
    ['键名写错', { 项目总投入: { value: '5', unti: '元' } }, '项目总投入 input-shape'],
    ['又有又无', { 项目总投入: { value: '5', none: true } }, '项目总投入 input-shape'],
    ['是否不能是无', { 规模以上工业企业: { none: true } }, '规模以上工业企业 input-none'],
    ['没有的时点', { 项目总投入: { moments: { 中期: '5' } } }, '项目总投入 input-moment'],
    ['时点写错', { 项目总投入: { value: '5', moment: '中期' } }, '项目总投入 input-moment'],
    ['明细不是列表', { 贷款: '两笔' }, '贷款 input-rows'],
    ['行不是一张表', { 贷款: ['一笔'] }, '贷款[1] input-row'],
    ['没有的列', { 贷款: [{ 本斤: '5' }] }, '贷款[1].本斤 input-unknown-column'],
    ['格子写得不对', { 贷款: [{ 本金: '很多' }] }, '贷款[1].本金 input-number'],
    [
      '行里的行',
      { 贷款: [{ 各期付息: [{}, { 起息日: '2021-13-01' }] }] },
      '贷款[1].各期付息[2].起息日 input-date',
    ],
    ['格子不分时点', { 贷款: [{ 本金: { moments: { 申报: '5' } } }] }, '贷款[1].本金 input-shape'],
    ['是否列全写成文字', { 贷款: { rows: [], complete: '否' } }, '贷款 input-shape'],
    ['两万五千行', { 贷款: new Array(25_000).fill({}) }, '贷款 input-rows'],
    ['半个字', { 贷款: [{ 借据号: '甲\ud800' }] }, '贷款[1].借据号 input-type'],
    ['很长的文字', { 贷款: [{ 借据号: '甲'.repeat(1_000_000) }] }, '贷款[1].借据号 input-type'],
    ['很大的整数', { 项目总投入: 10n ** 30n }, '项目总投入 input-type'],
  ])('%s', (_, input, expected) => {
    expect(faults(input)).toEqual([expected]);
  });

  it('内建的名称不是事实，也不是列', () => {
    const odd = JSON.parse(
      '{"__proto__": 1, "constructor": 2, "toString": 3, "hasOwnProperty": 4}',
    );
    expect(faults(odd)).toEqual([
      '__proto__ input-unknown-fact',
      'constructor input-unknown-fact',
      'toString input-unknown-fact',
      'hasOwnProperty input-unknown-fact',
    ]);
    expect(faults({ 贷款: [JSON.parse('{"__proto__": 1, "constructor": 2}')] })).toEqual([
      '贷款[1].__proto__ input-unknown-column',
      '贷款[1].constructor input-unknown-column',
    ]);
    expect(faults({ 备案手续: 'constructor' })).toEqual(['备案手续 input-option']);
  });

  it('层层嵌套只得一条', () => {
    expect(faults({ 项目总投入: nested(10_000, '5', (x) => ({ sources: { 甲: x } })) })).toEqual([
      '项目总投入（甲） input-shape',
    ]);
    expect(faults({ 项目总投入: nested(10_000, '5', (x) => ({ moments: { 申报: x } })) })).toEqual([
      '项目总投入（申报） input-shape',
    ]);
    expect(faults({ 项目总投入: { value: nested(10_000, '5', (x) => [x]) } })).toEqual([
      '项目总投入 input-type',
    ]);
  });

  it('名称再长，话也不长', () => {
    const [fault] = read({ ['项'.repeat(1_000_000)]: 1 }).faults;
    expect(JSON.stringify(fault).length).toBeLessThan(300);
  });

  it('上万处错，只说前二百处', () => {
    const input = Object.fromEntries(Array.from({ length: 30_000 }, (_, i) => [`甲${i}`, 1]));
    expect(read(input).faults.length).toBeLessThanOrEqual(200);
    expect(read({ 贷款: new Array(20_000).fill('一笔') }).faults).toHaveLength(200);
  });

  it('错的不影响对的', () => {
    const { facts } = read({ 项目总投入: '很多', 项目完工日期: '2021-06-30' });
    expect([...facts.keys()]).toEqual(['项目完工日期']);
  });
});

describe('申报事实写得对', () => {
  it('未知、无、几个来源、两个时点', () => {
    const { facts, faults: none } = read({
      项目总投入: null,
      项目完工日期: { none: true },
      累计完成投入: { sources: { 企业申报: '5', 审计报告: { value: '6', unit: '亿元' } } },
      市级已贴息: { moments: { 申报: '1', 验收: '2' } },
    });
    expect(none).toEqual([]);
    expect(facts.has('项目总投入')).toBe(false);
    expect(facts.get('项目完工日期')).toMatchObject([{ domain: { none: true, some: false } }]);
    expect(facts.get('累计完成投入')).toMatchObject([
      { source: '企业申报', domain: { lo: { n: 50_000 } } },
      { source: '审计报告', domain: { lo: { n: 600_000_000 } } },
    ]);
    expect(facts.get('市级已贴息')).toMatchObject([{ moment: '申报' }, { moment: '验收' }]);
  });

  it('格子有几个来源：有指定的取指定的，没有的都可能', () => {
    const cells = (cell: Record<string, unknown>) => {
      const [statement] = read({ 贷款: [cell] }).facts.get('贷款') ?? [];
      const rows = statement?.domain;
      return rows?.kind === 'rows' ? rows.items[0]?.value.cells : undefined;
    };
    const lpr = { sources: { 企业申报: '3.80%', 省级金融机构: '3.85%' } };
    expect(cells({ 适用LPR: lpr })?.get('适用LPR')).toMatchObject({ lo: { n: 77 }, hi: { n: 77 } });
    const principal = { sources: { 企业申报: '1元', 银行: '2元' } };
    expect(cells({ 本金: principal })?.get('本金')).toMatchObject({ lo: { n: 1 }, hi: { n: 2 } });
  });

  it('平时的说法：2019年是2019年度，半天是0.5天', () => {
    const same = (said: object, written: object) => {
      expect(faults(said)).toEqual([]);
      expect([...read(said).facts]).toEqual([...read(written).facts]);
    };
    same({ 近三年收入: [{ 年度: '2019年' }] }, { 近三年收入: [{ 年度: '2019年度' }] });
    same(
      { 班次: [{ 授课天数: '3天半', 报到天数: '半天' }] },
      { 班次: [{ 授课天数: '3.5天', 报到天数: '0.5' }] },
    );
    same({ 项目总投入: '半亿元' }, { 项目总投入: '0.5亿元' });
    expect(faults({ 班次: [{ 授课天数: '半' }, { 授课天数: '天半' }] })).toEqual([
      '班次[1].授课天数 input-number',
      '班次[2].授课天数 input-number',
    ]);
    expect(faults({ 培训总人数: '一百半人' })).toEqual(['培训总人数 input-number']);
    expect(faults({ 培训总人数: '3人半' })).toEqual(['培训总人数 input-whole']);
  });

  it('全角数字、千分位、自带单位', () => {
    const { facts, faults: none } = read({ 项目总投入: '１，２３４．５万元' });
    expect(none).toEqual([]);
    expect(facts.get('项目总投入')).toMatchObject([{ domain: { lo: { n: 12_345_000 } } }]);
  });
});

describe('读得进的，哪一类都评得了', () => {
  const odd: Record<string, unknown> = {
    项目总投入: '9'.repeat(39),
    软件等投入: `0.${'0'.repeat(37)}1`,
    累计完成投入: { none: true },
    项目完工日期: '1900-01-01',
    验收完成日期: '2199-12-31',
    项目实施地: '安徽省合肥市',
    贷款: { rows: [{}, { 各期付息: [{}] }, { 期限: '999999年', 合同利率: '0%' }], complete: false },
    贷款合同利率: '0%',
    班次: [],
    并购项目: [{}],
  };

  it.each(checked.lines.map((l) => [l.id]))('%s', (id) => {
    const program = compile(checked, id, { otherReadings: [], call: [] });
    const { facts, faults: none } = read(odd);
    expect(none).toEqual([]);
    if (!program) throw new Error(id);
    expect(() => JSON.stringify(assess(program, facts, { asOf: null }))).not.toThrow();
  });
});
