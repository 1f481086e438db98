import { describe, expect, test } from 'vitest';
import { shownValue } from '../report/shown-value.ts';
import { chineseNumber } from './chinese-number.ts';
import { outlineOf } from './outline.ts';
import { readText } from './read-text.ts';

/** What is found in a sentence: kind, text, value, sense. */
function numbers(sentence: string): string[] {
  return readText(sentence).occurrences.map(({ kind, text, measure, sense }) => {
    const value = measure ? shownValue(measure) : { value: '', unit: '' };
    return `${kind} ${text} ${value.value}${value.unit} ${sense}`;
  });
}

test.each<[string, string]>([
  ['总投入不低于 3000 万元', 'money 3000万元 3000万元 ge'],
  ['总投入不低于0.3亿元', 'money 0.3亿元 3000万元 ge'],
  ['投资 1,200 万元', 'money 1,200万元 1200万元 free'],
  ['三千万元以上', 'money 三千万元 3000万元 ge'],
  ['须大于5000万元', 'money 5000万元 5000万元 gt'],
  ['最高不超过10%', 'ratio 10% 10% le'],
  ['达１０％以上', 'ratio 10% 10% ge'],
  ['三分之二以上', 'ratio 三分之二 200/3% ge'],
  ['一半以上', 'ratio 一半 50% ge'],
  ['截至 2021 年 12 月底', 'date 2021年12月底 2021-12-31 until'],
  ['2023年6月底前完成', 'date 2023年6月底 2023-06-30 le'],
  ['建设期截至2023年12月', 'date 2023年12月 2023-12-31 until'],
  ['2024年2月29日前', 'date 2024年2月29日 2024-02-29 le'],
  [
    '2021年1月1日（含）至2021年12月31日（含）',
    'period 2021年1月1日（含）至2021年12月31日（含） 2021-01-01..2021-12-31 free',
  ],
  ['2020年（含）以来认定', 'year 2020年 2020年度 ge'],
  ['按不超过2021年收入', 'year 2021年 2021年度 free'],
  ['近三年', 'relative-year 近三年 近3年 free'],
  ['近两年', 'relative-year 近两年 近2年 free'],
  ['上年度税金', 'relative-year 上年度 上年度 free'],
  ['未满 3 年', 'duration 3年 36个月 lt'],
  ['不超过三年', 'duration 三年 36个月 le'],
  ['时长3.5天及以上', 'duration 3.5天 3.5天 ge'],
  ['各不超过半天', 'duration 半天 0.5天 le'],
  ['活动8场（次）以上', 'count 8场（次） 8场次 ge'],
  ['注册量不低于2亿', 'count 2亿 200000000 ge'],
  ['不低于1200人\n次', 'count 1200人次 1200人次 ge'],
  ['至少一个方向', 'count 一个 1个 ge'],
  ['二等奖及以上', 'rank 二等奖 二等奖 ge'],
  ['分 2 期安排', 'parts 2期 2批 free'],
  ['共17', 'bare 17 17 free'],
  ['应用5G', 'name 5G  free'],
  ['第十一届大赛', 'name 第十一届  free'],
  ['“531产业链”', 'name 531  free'],
  ['中国企业500强', 'name 500强  free'],
  ['2022世界大会', 'name 2022  free'],
  ['二级节点', 'name 二级  free'],
  ['符合附件 1-24', 'reference 附件1-24  free'],
  ['形成一批成果', 'word 一  free'],
])('%s', (sentence, found) => {
  expect(numbers(sentence)).toEqual([found]);
});

test('a range states both ends', () => {
  expect(numbers('新增企业 1-2 家')).toEqual(['count 1 1家 ge', 'count 2家 2家 le']);
});

test('a number broken by a line and a page number is one number at its first place', () => {
  const [page, number] = [...readText('投入不低于 30\n- 17 -\n万元').occurrences].reverse();
  expect(page).toMatchObject({ kind: 'page', line: 2 });
  expect(number).toMatchObject({ text: '30万元', line: 1, column: 7 });
});

test('digits that a line keeps apart stay apart', () => {
  expect(numbers('第 20\n21 行')).toEqual(['bare 20 20 free', 'bare 21 21 free']);
});

test.each([
  ['十', 10],
  ['十一', 11],
  ['二十三', 23],
  ['一百二十', 120],
  ['两千', 2000],
  ['百亿', 10_000_000_000],
  ['三万五千', 35_000],
  ['二〇二二', 2022],
])('%s', (text, number) => {
  expect(chineseNumber(text)).toBe(number);
});

describe('clauses', () => {
  const paths = (text: string) => outlineOf(text).clauses.map((c) => c.path);

  test('carry the guide’s own numbers', () => {
    const text =
      '前言。\n一、甲\n（一）乙。\n1. 条件。\n（1）丙：①丁。②戊。\n（2）己。\n2. 庚。\n（二）辛。\n二、壬';
    expect(paths(text)).toEqual([
      '',
      '一',
      '一(一)',
      '一(一)1',
      '一(一)1(1)',
      '一(一)1(1)①',
      '一(一)1(1)②',
      '一(一)1(2)',
      '一(一)2',
      '一(二)',
      '二',
    ]);
  });

  test('begin only where a number is in its turn or a sentence has ended', () => {
    expect(paths('一、甲\n（一）乙达\n3.5 天以上，见\n（三）条。')).toEqual(['一', '一(一)']);
  });

  test('a paragraph without a number at the end of an item is its last', () => {
    const full = '甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸';
    const text = `一、${full}\n（一）${full}\n${full}\n${full}\n1. 数量。\n国家项目配套，${full}\n${full}`;
    expect(paths(text)).toEqual(['一', '一(一)', '一(一)1', '一(一)末段']);
  });

  test('end where the list of forms begins', () => {
    const { clauses } = outlineOf('一、甲。\n附件：1-1~1-2. 表\n附件1-1\n表一\n附件 1-2\n表二');
    expect(clauses.map((c) => [c.path, c.annex])).toEqual([
      ['一', false],
      ['附件', true],
      ['附件1-1', true],
      ['附件1-2', true],
    ]);
  });
});
