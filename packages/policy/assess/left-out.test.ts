import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leftOutTexts, rowNumbers } from '../sentence/left-out.ts';
import { leftOut } from './left-out.ts';
import { sampleLine } from './sample-line.fixture.ts';

/** Two kinds of invoices, each with its sum; loans with payments; training by its length. */
const line = sampleLine(`
申报事实:
  发票:
    类型: 明细
    单位: 张
    列:
      类别: { 类型: 选项, 选项: [自主, 合作, 其他] }
      付款日期: { 类型: 日期 }
      金额: { 类型: 金额 }
  贷款:
    类型: 明细
    单位: 笔
    列:
      本金: { 类型: 金额 }
      各期付息:
        类型: 明细
        单位: 期
        列:
          结息日: { 类型: 日期 }
          付息日: { 类型: 日期 }
          按期: { 类型: 是否, 得自: [付息日 in 支持期间, 结息日 in 支持期间] }
          利息: { 类型: 金额 }
  班次:
    类型: 明细
    单位: 个
    列:
      天数: { 类型: 天数 }
  自主投入: { 类型: 金额, 得自: 'sum(发票[类别 = "自主" and 付款日期 in 支持期间].金额)' }
  合作投入: { 类型: 金额, 得自: 'sum(发票[类别 = "合作" and 付款日期 in 支持期间].金额)' }
  利息总额: { 类型: 金额, 得自: 'sum(for 贷 in 贷款 return sum(for 期 in 贷.各期付息[按期] return 期.利息))' }
条件:
  1(1): { 说: 投入不少于100万元, 须: 自主投入 + 合作投入 >= 100万元 }
  1(2): { 说: 长班不少于1个, 须: 'count(班次[天数 >= 3天]) >= 1个' }
  1(3): { 说: 利息不少于1万元, 须: 利息总额 >= 1万元 }
补助: { 条款: "2", 封顶: 10万元, 计算: [补助额: "min(10% * 自主投入 + 利息总额, 封顶)"] }
`);

const said = (facts: Record<string, unknown>) =>
  leftOutTexts(leftOut(line.program(), line.given(facts)), line.program().specs, (s) => s.unit);
const invoices = (...rows: readonly (readonly [string | null, string | null])[]) => ({
  发票: rows.map(([类别, 付款日期]) => ({ 类别, 付款日期, 金额: '10万元' })),
});

describe('不计入任何数的行', () => {
  test('支持期间以外付款的，说哪几张、不计入什么、差在哪里、哪一条', () => {
    const facts = invoices(
      ['自主', '2022-01-05'],
      ['自主', '2021-12-31'],
      ['合作', '2020-12-31'],
      ['自主', '2022-02-11'],
      ['自主', '2022-02-11'],
    );
    expect(said(facts)).toEqual([
      {
        list: '发票',
        outer: 0,
        row: 1,
        clause: '1(1)',
        says: '发票第1、4、5张不计入“自主投入”：付款日期2022-01-05、2022-02-11不在支持期间（2021-01-01至2021-12-31）',
      },
      {
        list: '发票',
        outer: 0,
        row: 3,
        clause: '1(1)',
        says: '发票第3张不计入“合作投入”：付款日期2020-12-31不在支持期间（2021-01-01至2021-12-31）',
      },
    ]);
  });

  test('按种类分开合计的，别的种类的行不是遗漏；哪一种都不是的才说', () => {
    expect(said(invoices(['自主', '2021-05-01'], ['合作', '2021-05-01']))).toEqual([]);
    expect(said(invoices(['其他', '2021-05-01'])).map(({ says }) => says)).toEqual([
      '发票第1张不计入“自主投入”：类别“其他”不是“自主”',
    ]);
  });

  test('缺一格、还说不准的不说；缺的一格不管怎样也不计入的，说', () => {
    expect(said(invoices(['自主', null], [null, '2021-05-01']))).toEqual([]);
    expect(said(invoices([null, '2022-05-01'])).map(({ says }) => says)).toEqual([
      '发票第1张不计入“自主投入”等2项：付款日期2022-05-01不在支持期间（2021-01-01至2021-12-31）',
    ]);
  });

  test('明细里的明细，推算出来的列说它的来由', () => {
    const period = (结息日: string, 付息日?: string) => ({ 结息日, 付息日, 利息: '1万元' });
    const loans = [{ 各期付息: [] }, { 各期付息: [period('2022-01-20', '2021-12-30')] }];
    expect(said({ 贷款: loans })).toEqual([]);
    const late = [
      ...loans,
      { 各期付息: [period('2021-12-20'), period('2021-12-20', '2022-01-04')] },
    ];
    expect(
      said({ 贷款: late }).map(({ list, outer, row, says }) => [list, outer, row, says]),
    ).toEqual([
      [
        '贷款.各期付息',
        3,
        2,
        '贷款第3笔的各期付息第2期不计入“利息总额”：付息日2022-01-04不在支持期间（2021-01-01至2021-12-31）',
      ],
    ]);
  });

  test('条件自己数的，说是哪个条件', () => {
    expect(said({ 班次: [{ 天数: '2天' }, { 天数: '3天' }] }).map(({ says }) => says)).toEqual([
      '班次第1个不计入“条件1(2)”：天数2天小于3天',
    ]);
  });
});

test('说出的行就是不论未知的格填什么都不计入的行', () => {
  const kind = fc.constantFrom('自主', '合作', '其他', null);
  const day = fc.constantFrom('2020-12-31', '2021-01-01', '2021-12-31', '2022-01-01', null);
  fc.assert(
    fc.property(fc.array(fc.tuple(kind, day), { maxLength: 12 }), (rows) => {
      const told = leftOut(line.program(), line.given(invoices(...rows))).map(({ row }) => row);
      const wanted = rows.flatMap(([类别, 付款日期], i) => {
        const outside = 付款日期 !== null && !付款日期.startsWith('2021-');
        return 类别 === '其他' || outside ? [i + 1] : [];
      });
      expect([...told].sort((a, b) => a - b)).toEqual(wanted);
    }),
    { numRuns: 60 },
  );
});

test.each([
  [[3], '第3张'],
  [[8, 3, 7, 9], '第3、7—9张'],
  [[1, 2], '第1、2张'],
  [[1, 3, 5, 7, 9, 10, 11], '第1、3、5、7张等7张'],
])('%j写作%s', (numbers, text) => expect(rowNumbers(numbers, '张')).toBe(text));
