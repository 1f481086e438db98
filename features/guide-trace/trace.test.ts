import { describe, expect, test } from 'vitest';
import type { Finding } from './finding.ts';
import { type Change, SMALL_TEXT, smallGuide } from './small-guide.fixture.ts';
import { traceText } from './trace.ts';

const PLANT = 'lines/plant.yaml';
const SCHOOL = 'lines/school.yaml';

/** A finding in short: its code, and what it is about. */
function short(finding: Finding): string {
  const line = 'line' in finding ? `${finding.line} ` : '';
  if ('occurrence' in finding) return `${finding.code} ${line}${finding.occurrence.text}`;
  if ('phrase' in finding) return `${finding.code} ${line}${finding.phrase.text}`;
  if ('figure' in finding) return `${finding.code} ${finding.figure.written}`;
  return `${finding.code} ${'annex' in finding ? finding.annex : finding.entry.clause.text}`;
}

function found(changes: readonly Change[], text: (text: string) => string = (t) => t): string[] {
  return traceText(smallGuide(...changes), text(SMALL_TEXT)).findings.map(short);
}

test('a guide that says what its text says has no findings', () => {
  expect(found([])).toEqual([]);
});

test('each number of the body names the figure that carries it', () => {
  const { occurrences } = traceText(smallGuide(), SMALL_TEXT);
  const carried = occurrences.flatMap(({ occurrence: o, by }) =>
    by ? [`${o.line}:${o.column} ${o.text} ${by.file}:${by.line}:${by.column}`] : [],
  );
  expect(carried.slice(0, 3)).toEqual([
    '7:17 0.3亿元 lines/plant.yaml:9:42',
    '9:4 2021年1月1日（含）至2021年12月31日（含） calendars.yaml:1:12',
    '10:11 3% lines/plant.yaml:11:44',
  ]);
  expect(carried).toHaveLength(14);
});

test('a number of another value carries nothing, and what it carried is uncarried', () => {
  expect(found([[PLANT, '>= 3000万元', '>= 300万元']])).toEqual([
    'uncarried 0.3亿元',
    'unstated 300万元',
  ]);
  expect(found([['calendars.yaml', '2021-01-01', '2021-02-01']])).toEqual([
    'uncarried 2021年1月1日（含）至2021年12月31日（含）',
    'unstated 2021-02-01..2021-12-31',
  ]);
  expect(found([['figures.yaml', '2019年度', '2018年度']])).toEqual([
    'uncarried 近三年',
    'unstated 2018年度',
  ]);
  expect(found([[SCHOOL, '不超过: 10个', '不超过: 11个']])).toEqual([
    'uncarried 10个',
    'unstated 11个',
  ]);
});

test('the right number in another clause carries nothing', () => {
  expect(found([[PLANT, '1(1)a: ', '1(2)e: ']])).toContain('uncarried 0.3亿元');
});

test('prose carries nothing', () => {
  expect(found([[PLANT, '须: 项目总投入 >= 3000万元', '须: 项目总投入 >= 3001万元']])).toContain(
    'uncarried 0.3亿元',
  );
});

describe('sense', () => {
  test.each<[string, Change, string]>([
    ['不低于 as >', [PLANT, '项目总投入 >= 3000', '项目总投入 > 3000'], 'sense 0.3亿元'],
    ['不低于 as <=', [PLANT, '项目总投入 >= 3000', '项目总投入 <= 3000'], 'sense 0.3亿元'],
    ['以上 as >', [PLANT, '研发占比 >=[G1] 3%', '研发占比 > 3%'], 'sense 3%'],
    ['大于 as >=', [SCHOOL, '> 50人', '>= 50人'], 'sense 50人'],
    [
      'from the other side',
      [PLANT, '项目总投入 >= 3000万元', '3000万元 >= 项目总投入'],
      'sense 0.3亿元',
    ],
    ['within a row', [SCHOOL, '班.时长 >=[G1] 0.5天', '班.时长 <= 0.5天'], 'sense 半天'],
  ])('%s', (_, change, finding) => {
    expect(found([change])).toEqual([finding]);
  });

  test('what only another reading asks is free', () => {
    const other = '研发占比 >=[G1] 3% and (default(G1) or 研发占比 > 3%)';
    expect(found([[PLANT, '研发占比 >=[G1] 3%', other]])).toEqual([]);
  });
});

test('a number stated twice is said', () => {
  const twice = '"min(补助比例 * 项目总投入, 封顶, 500万元)"';
  expect(found([[PLANT, '"min(补助比例 * 项目总投入, 封顶)"', twice]])).toEqual([
    'doubled 500万元',
  ]);
});

test('a figure that no text states is said, the counting of days and rows is not', () => {
  expect(found([[PLANT, '须: 已出具意见', '须: 已出具意见 and 项目总投入 >= 7万元']])).toEqual([
    'unstated 7万元',
  ]);
  expect(found([[PLANT, '须: 已出具意见', '须: 已出具意见 and 项目总投入 > 0元']])).toEqual([]);
});

test('each line has to use what the text says of it', () => {
  const own = '"min(25% * 项目总投入, 封顶)"';
  expect(found([[SCHOOL, '"min(补助比例 * 项目总投入, 封顶)"', own]])).toEqual([
    'unstated 25%',
    'line-without school 20%',
  ]);
});

describe('what is left out shows', () => {
  test('a condition without a number, by its words', () => {
    expect(found([[PLANT, '  1(1)d: { 说: 推荐单位已出具意见。, 须: 已出具意见 }\n', '']])).toEqual(
      ['uncovered plant 由推荐单位出具意见'],
    );
  });

  test('a clause for which a line has nothing', () => {
    const changed = smallGuide();
    const lines = changed.lines.map((l) =>
      l.id === 'school' ? { ...l, conditions: l.conditions.filter((c) => c.clause === '3') } : l,
    );
    expect(traceText({ ...changed, lines }, SMALL_TEXT).findings.map(short)).toContain(
      'uncovered school 学校培训项目近三年教师不少于十人',
    );
  });

  test('the applicant by a condition, not by the prose about it', () => {
    const condition = `  3: { 说: 是企业、事业单位和学校中的学校。, 须: '机构类型 = "学校"' }\n`;
    expect(found([[SCHOOL, condition, '']])).toEqual(['uncovered school 企业、事业单位和学校']);
  });

  test('the year of a fact', () => {
    expect(found([[SCHOOL, ', 所属期: 上年末', '']])).toEqual([
      'uncarried 2021年底',
      'unstated 2021-12-31',
    ]);
  });
});

describe('reasons', () => {
  test('of the text', () => {
    const more = (t: string) => t.replace('一、两类项目', '支持百亿以上企业。\n一、两类项目');
    expect(found([], more)).toEqual(['uncarried 百亿']);
    const reason = '- { 条款: 前言, 文: 百亿以上企业, 因: 举例 }\n- { 条款: 前言, 文';
    expect(found([['untraced.yaml', '- { 条款: 前言, 文', reason]], more)).toEqual([]);
  });

  test('of the data', () => {
    const change = [PLANT, '须: 已出具意见', '须: 已出具意见 and 项目总投入 >= 7万元'] as const;
    const reason = '- { 条款: 一（一）1(1), 数: 7万元, 因: 惯例 }\n- { 条款: 前言, 文';
    expect(found([change, ['untraced.yaml', '- { 条款: 前言, 文', reason]])).toEqual([]);
  });

  test('for one line only', () => {
    const own = '"min(补助封顶, 封顶)"';
    const change = [SCHOOL, '"min(补助比例 * 项目总投入, 封顶)"', own] as const;
    const reason = '- { 条款: 一（一）2, 项目类别: school, 因: 按定额 }\n- { 条款: 前言, 文';
    expect(found([change])).toEqual(['line-without school 20%']);
    expect(found([change, ['untraced.yaml', '- { 条款: 前言, 文', reason]])).toEqual([]);
  });

  test('that excuse nothing are a fault', () => {
    const reason = '- { 条款: 一（一）1(1), 文: 99%, 因: 无 }\n- { 条款: 前言, 文';
    expect(found([['untraced.yaml', '- { 条款: 前言, 文', reason]])).toEqual([
      'idle-reason 一（一）1(1)',
    ]);
  });
});
