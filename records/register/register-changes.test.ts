import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ComparedRow, registerChanges } from './register-changes.ts';

const row = (creditCode: string | null, name: string, cells = {}): ComparedRow => ({
  creditCode,
  name,
  cells,
});
async function* pieces(rows: readonly ComparedRow[], size = 2) {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}

test('新增、减少、变更、不变各算一次；名称改了也看得见', async () => {
  const before = [
    row('A', '甲公司', { 级别: '省级' }),
    row('B', '乙公司', { 级别: '省级' }),
    row('C', '丙公司'),
    row(null, '丁公司'),
  ];
  const after = [
    row('A', '甲公司', { 级别: '国家级', 年度: '2021' }),
    row('B', '乙集团', { 级别: '省级' }),
    row(null, '丁公司'),
    row('E', '戊公司'),
  ];
  expect(await registerChanges(after, pieces(before))).toEqual({
    added: 1,
    gone: 1,
    changed: 2,
    same: 1,
    first: [
      {
        kind: 'changed',
        creditCode: 'A',
        name: '甲公司',
        columns: [
          { column: '级别', before: '省级', after: '国家级' },
          { column: '年度', before: '', after: '2021' },
        ],
      },
      {
        kind: 'changed',
        creditCode: 'B',
        name: '乙集团',
        columns: [{ column: '名称', before: '乙公司', after: '乙集团' }],
      },
      { kind: 'gone', creditCode: 'C', name: '丙公司', columns: [] },
      { kind: 'added', creditCode: 'E', name: '戊公司', columns: [] },
    ],
  });
});

test('一个单位有几行：相同的先对上，余下的才是变更', async () => {
  const before = [row('A', '甲', { 类: '一' }), row('A', '甲', { 类: '二' })];
  const after = [row('A', '甲', { 类: '二' }), row('A', '甲', { 类: '三' }), row('A', '甲', {})];
  expect(await registerChanges(after, pieces(before))).toMatchObject({
    added: 1,
    gone: 0,
    changed: 1,
    same: 1,
  });
});

test('只列出每种的前一百行，数目照数', async () => {
  const many = Array.from({ length: 250 }, (_, i) => row(`C${i}`, `第${i}家`));
  const found = await registerChanges(many, pieces([]));
  expect([found.added, found.first.length]).toEqual([250, 100]);
});

test('行数对得上：旧的等于不变、变更加减少，新的等于不变、变更加新增；次序怎么排都一样', async () => {
  const rows = fc.array(
    fc
      .record({
        creditCode: fc.constantFrom('A', 'B', null),
        name: fc.constantFrom('甲', '乙'),
        级别: fc.constantFrom('省级', '国家级'),
      })
      .map(({ creditCode, name, 级别 }) => row(creditCode, name, { 级别 })),
    { maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(rows, rows, async (before, after) => {
      const one = await registerChanges(after, pieces(before));
      expect(one.same + one.changed + one.gone).toBe(before.length);
      expect(one.same + one.changed + one.added).toBe(after.length);
      const other = await registerChanges(after.toReversed(), pieces(before.toReversed(), 5));
      const { first: _, ...counts } = one;
      expect(other).toMatchObject(counts);
      expect((await registerChanges(after, pieces(after))).same).toBe(after.length);
    }),
  );
});
