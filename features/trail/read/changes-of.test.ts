import { expect, test } from 'vitest';
import { changesOf } from './changes-of.ts';

const LINES = new Map([['data-product', '数据产品化项目']]);
const said = (before: unknown, after: unknown) => changesOf(before, after, LINES);

test('两边都有的，只说变了的', () => {
  expect(said({ name: '甲', login: 'a', old: 1 }, { name: '乙', login: 'a', new: 2 })).toEqual([
    { field: '名称', before: '甲', after: '乙' },
    { field: 'old', before: '1', after: null },
    { field: 'new', before: null, after: '2' },
  ]);
});

test('只有一边的，全说；里层的写明在哪里', () => {
  expect(
    said(null, {
      role: 'planning',
      lines: ['data-product', 'merger'],
      none: [],
      until: null,
      byLetter: true,
      parts: [{ 项目名称: '示例' }, { 项目名称: '' }],
      at: '2022-03-16T01:05:00.000Z',
    }),
  ).toEqual([
    { field: '岗位', before: null, after: '综合规划处经办人' },
    { field: '项目类别', before: null, after: '数据产品化项目、merger' },
    { field: 'none', before: null, after: '无' },
    { field: '结束', before: null, after: '无' },
    { field: '以邮件邀请', before: null, after: '是' },
    { field: 'parts · 第1项 · 项目名称', before: null, after: '示例' },
    { field: 'parts · 第2项 · 项目名称', before: null, after: '无' },
    { field: 'at', before: null, after: '2022-03-16 09:05:00' },
  ]);
});

test('个人信息遮住，写在原因里的也遮住', () => {
  const told = said(null, {
    phone: '02583741234',
    email: 'li@example.com',
    idNumber: '320102199001011234',
    reason: '打13812345678联系',
  });
  expect(told.map(({ after }) => after)).toEqual([
    '025****1234',
    'l***@example.com',
    '320***********1234',
    '打138****5678联系',
  ]);
});

test('没有内容就没有变化；原型上的名字不当作栏目', () => {
  expect(said(null, null)).toEqual([]);
  expect(said(null, JSON.parse('{"constructor": 1, "__proto__": {"x": 2}}'))).toEqual([
    { field: 'constructor', before: null, after: '1' },
    { field: '__proto__ · x', before: null, after: '2' },
  ]);
});

test('很长的只说开头', () => {
  const [long] = said(null, { title: '长'.repeat(1000) });
  expect(long?.after).toHaveLength(302);
});

test('填写的内容看着像时刻而不是时刻的，照原样说，不妨碍读事件', () => {
  expect(said(null, { 备注: '2022-99-99T99:99:99Z', 年末: '2022-02-30T25:00:00Z' })).toEqual([
    { field: '备注', before: null, after: '2022-99-99T99:99:99Z' },
    { field: '年末', before: null, after: '2022-02-30T25:00:00Z' },
  ]);
});
