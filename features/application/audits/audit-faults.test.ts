import { expect, test } from 'vitest';
import { askedRows } from '../asked-rows.ts';
import { contentOf, EXAMPLES, GUIDE } from '../prints/content.fixture.ts';
import { readContent } from '../prints/read-content.ts';
import { type AuditsListed, auditFaults } from './audit-faults.ts';
import { auditPapers } from './audit-papers.ts';

const SPECIAL = { name: '专项审计报告', clause: '1(4)', required: true };
const LISTED = {
  source: '示例名单（2022年度，截至2022年3月1日，第1版）',
  firms: [{ name: '示例会计师事务所（特殊普通合伙）', class: 'AAA' }],
};
const WHOLE = {
  报告类型: '专项审计报告',
  年度: '2021',
  会计师事务所: '示例会计师事务所(特殊普通合伙)',
  综合评价等级: 'AAA',
  报告文号: '示会专字〔2022〕1号',
  报告日期: '2022-03-11',
  报备验证码: '苏22-0001',
  注册会计师: '示例甲、示例乙',
  审计意见: '无保留意见',
  审定金额: '2344.247788万元',
};

function found(all: readonly Readonly<Record<string, string>>[], more: Partial<AuditsListed> = {}) {
  const rows = all.map((cells, i) => ({ key: `k${i + 1}`, cells: new Map(Object.entries(cells)) }));
  const asked = { rows, papers: [SPECIAL], listed: LISTED, asOf: '2022-04-08', ...more };
  return auditFaults(asked).map(({ code, path, blocks }) => [code, path, blocks]);
}

test('齐了没有问题；括号的宽窄不算不同', () => {
  expect(found([WHOLE])).toEqual([]);
});

test('必须是审计报告的材料没有登记；可以是明细的不登记也行', () => {
  expect(found([])).toEqual([['no-audit', undefined, true]]);
  expect(found([], { papers: [{ ...SPECIAL, required: false }] })).toEqual([]);
});

test('空的一份：逐项指出没有填的', () => {
  const faults = found([{ 报告类型: '专项审计报告' }]);
  expect(faults.map(([code]) => code)).toEqual(Array.from({ length: 8 }, () => 'no-audit-field'));
  expect(faults.map(([, path]) => path)).toContain('k1/报备验证码');
});

test.each([
  ['报告类型', '年度审计报告'],
  ['报告日期', '去年'],
  ['报告日期', '2022-04-09'],
  ['报备验证码', '1'.repeat(101)],
  ['注册会计师', '示例甲'],
  ['注册会计师', '示例甲、示例甲'],
  ['审计意见', '同意'],
  ['审定金额', '2344'],
  ['审定金额', '-1万元'],
])('%s“%s”不对', (name, text) => {
  const faults = found([{ ...WHOLE, [name]: text }]).filter(([code]) => code !== 'no-audit');
  expect(faults).toEqual([['audit-field', `k1/${name}`, true]]);
});

test('没有审定金额的填“无”', () => {
  expect(found([{ ...WHOLE, 审定金额: '无' }])).toEqual([]);
});

test('等级只认名单：写得不一样的不能提交，名单上没有的是未核，不是不符合', () => {
  expect(found([{ ...WHOLE, 综合评价等级: 'AAAAA' }])).toEqual([
    ['audit-class', 'k1/会计师事务所', true],
  ]);
  const free = { ...WHOLE, 会计师事务所: '示例小所', 综合评价等级: '未核' };
  expect(found([free])).toEqual([['audit-unchecked', 'k1/会计师事务所', false]]);
  const none = { listed: { source: null, firms: [] } };
  expect(found([free], none)).toEqual([['audit-unchecked', 'k1/会计师事务所', false]]);
  expect(found([WHOLE], none)).toEqual([['audit-class', 'k1/会计师事务所', true]]);
  // 定稿以后才导入名单，不挡提交。
  expect(found([{ ...WHOLE, 综合评价等级: '未核' }])).toEqual([
    ['audit-unchecked', 'k1/会计师事务所', false],
  ]);
});

test('同一份报告只登记一次，验证码怎么写都认得出', () => {
  expect(found([WHOLE, { ...WHOLE, 报备验证码: ' 苏２２－0001' }])).toEqual([
    ['audit-code-twice', 'k2/报备验证码', true],
  ]);
});

test('哪些材料是审计报告由指南说', () => {
  const read = readContent(contentOf(EXAMPLES.techUpgrade), GUIDE);
  expect(auditPapers(read.program.line, read.papers)).toEqual([
    { name: '专项审计报告（附设备发票清单）', clause: '2', required: true },
  ]);
  const rows = askedRows(Object.entries(read.content.fields), 'audit');
  const papers = auditPapers(read.program.line, read.papers);
  const faults = auditFaults({
    rows,
    papers,
    listed: { source: null, firms: [] },
    asOf: read.content.asOf,
  });
  expect(faults.filter(({ blocks }) => blocks)).toEqual([]);
  const tech = readContent(contentOf(EXAMPLES.coreTechnology), GUIDE);
  expect(auditPapers(tech.program.line, tech.papers)).toMatchObject([{ required: false }]);
});
