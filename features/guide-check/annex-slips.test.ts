import { readGuide } from '@fuchi/guide/read-guide';
import { checkGuide } from '@fuchi/policy/check/check-guide';
import { SMALL_GUIDE } from '@fuchi/policy/small-guide.fixture';
import { faultLine, guideFault } from '@fuchi/record-guide-version/guide-fault';
import { describe, expect, test } from 'vitest';

const SCHOOL = 'lines/school.yaml';
const PARTS = `材料:
  - { 名: 教师承诺函, 条款: 1(2) }
  - { 名: 培训人数审计报告, 条款: 1(1), 出具: 会计师事务所 }
承诺函:
  - { 材料: 教师承诺函, 承诺: [教师人数属实。] }
附表:
  - 名: 班次清单
    材料: 培训人数审计报告
    明细: 班次
    列: [人数, 开班日期]
    核定: [人数]
`;

function check(parts: string): string[] {
  const files = { ...SMALL_GUIDE, [SCHOOL]: `${SMALL_GUIDE[SCHOOL]}${parts}` };
  const { guide, faults } = readGuide(new Map(Object.entries(files)));
  return [...faults, ...checkGuide(guide).faults]
    .map((f) => faultLine(guideFault(f)))
    .map((line) => line.replace(/^\S+ /, ''));
}

const SLIPS: readonly [slip: string, from: string, to: string, says: string][] = [
  [
    '没有这份材料',
    '{ 材料: 教师承诺函',
    '{ 材料: 教师承诺书',
    'paper-not-asked 这个项目类别的“材料”里没有“教师承诺书”——是不是“教师承诺函”？',
  ],
  [
    '别人出具的材料不能是承诺函',
    '{ 材料: 教师承诺函',
    '{ 材料: 培训人数审计报告',
    'letter-of-others “培训人数审计报告”由会计师事务所出具，不是申报单位的承诺函——从“承诺函”里删去，或者删去材料的“出具”',
  ],
  ['没有承诺', ', 承诺: [教师人数属实。]', '', 'missing-key 缺少“承诺”——补上“承诺: …”'],
  [
    '不知道由谁核定',
    ', 出具: 会计师事务所',
    '',
    'annex-without-issuer 没有写“班次清单”由谁核定——给附表或所附的材料写上“出具”',
  ],
  ['没有这个明细', '明细: 班次', '明细: 班此', 'unknown-rows 没有“班此”这张明细——是不是“班次”？'],
  [
    '没有这一列',
    '列: [人数, 开班日期]',
    '列: [人数, 开班日其]',
    'annex-column 明细“班次”没有“开班日其”这一列——是不是“开班日期”？',
  ],
  [
    '核定的列没有印',
    '列: [人数, 开班日期]',
    '列: [开班日期]',
    'annex-confirmed “人数”要核定，却没有印在表上——在“列”里写上它，或者从“核定”里删去',
  ],
  [
    '有逐笔的不能增行',
    '核定: [人数]\n',
    '核定: [人数]\n    增行: 是\n    逐笔: { 明细: 班次, 列: [人数] }\n',
    // The list within is none of the row's own columns either.
    'annex-adds-within “班次清单”有“逐笔”，不能“增行”——删去“增行”，缺的行由申报单位补填\n' +
      'unknown-rows 没有“班次”这张明细——“逐项”写一个类型为“明细”的事实',
  ],
  [
    '一列印了两次',
    '列: [人数, 开班日期]',
    '列: [人数, 开班日期, 人数]',
    'listed-twice “人数”写了两次——删去一处',
  ],
];

describe('承诺函和附表', () => {
  test('写对了就没有错误', () => expect(check(PARTS)).toEqual([]));

  test.each(SLIPS)('%s', (_, from, to, says) => {
    expect(PARTS).toContain(from);
    expect(check(PARTS.replace(from, to)).join('\n')).toBe(says);
  });

  test('只印在附表上的明细也要填报', () => {
    const files = { ...SMALL_GUIDE, [SCHOOL]: `${SMALL_GUIDE[SCHOOL]}${PARTS}` };
    const { checked } = checkGuide(readGuide(new Map(Object.entries(files))).guide);
    expect(checked.lines.find((l) => l.id === 'school')?.facts).toContain('班次');
  });
});
