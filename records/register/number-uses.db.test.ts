import { afterAll, beforeAll, expect, test } from 'vitest';
import { earlierUses } from './number-uses.ts';
import { FIRM, OTHER, openRegisters, TODAY, unit } from './register.fixture.ts';

let at: Awaited<ReturnType<typeof openRegisters>>;
beforeAll(async () => {
  at = await openRegisters();
});
afterAll(() => at.close());

const INVOICE = { kind: 'invoice', code: '3200192130', number: '00123456' } as const;

test('没有导入以前，是未核，不是没有用过', async () => {
  expect(await earlierUses(at.db, at.guide, [INVOICE], TODAY)).toEqual([{ state: 'unchecked' }]);
});

test('怎么写都查得到，查到的是哪一年哪个项目', async () => {
  const project = { 立项年度: '2020', 项目名称: '示例改造项目' };
  await at.list({
    register: 'used-numbers',
    asOf: '2022-03-01',
    rows: [
      { ...unit(FIRM), ...project, 编号种类: '发票', 发票代码: '3200192130', 号码: '123456' },
      { ...unit(OTHER), ...project, 编号种类: '发票', 号码: '22312000000012345678' },
      { ...unit(OTHER), ...project, 编号种类: '合同', 号码: 'ht—2020—08' },
    ],
  });
  const asked = [
    INVOICE,
    { kind: 'invoice', code: '', number: '３２００１９２１３０ 00123456' },
    { kind: 'invoice', code: '', number: '22312000000012345678' },
    { kind: 'invoice', code: '3200192130', number: '00123457' },
    { kind: 'contract', code: '', number: 'HT-2020-08' },
    { kind: 'device', code: '', number: 'HT-2020-08' },
    { kind: 'invoice', code: '', number: '00123456' },
  ] as const;
  const found = await earlierUses(at.db, at.guide, asked, TODAY);
  const names = found.map((one) =>
    one.state === 'looked-up' ? one.uses.map(({ entry }) => entry.name) : one.state,
  );
  expect(names).toEqual([
    [FIRM.name],
    [FIRM.name],
    [OTHER.name],
    [],
    [OTHER.name],
    [],
    'unreadable',
  ]);
  expect(found[0]).toMatchObject({
    key: '320019213000123456',
    uses: [
      {
        entry: { row: 2, cells: { 立项年度: '2020', 项目名称: '示例改造项目' } },
        source: '历年项目用过的发票等编号（截至2022年3月1日，第1版）',
      },
    ],
  });
});

test('重新导入的一版里没有了，就不再查到', async () => {
  await at.list({
    register: 'used-numbers',
    asOf: '2022-03-02',
    rows: [{ ...unit(OTHER), 立项年度: '2020', 项目名称: '示例', 编号种类: '设备', 号码: 'SN 1' }],
  });
  expect(await earlierUses(at.db, at.guide, [INVOICE], TODAY)).toEqual([
    { state: 'looked-up', key: '320019213000123456', uses: [] },
  ]);
});
