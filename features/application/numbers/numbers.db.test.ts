import { FIRM, unit } from '@fuchi/record-register/register.fixture';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkNumbers } from './check-numbers.ts';
import { auditCode, invoice, openNumberDrafts } from './number-drafts.fixture.ts';

let at: Awaited<ReturnType<typeof openNumberDrafts>>;
beforeAll(async () => {
  at = await openNumberDrafts();
});
afterAll(() => at.close());

test('以前年度的号码名单还没有导入：有号码的提醒一次，没有号码的不提', async () => {
  const [own, bare] = [await at.draft(), await at.draft()];
  const device = { 'fact/项目设备/d': { order: 0 }, 'fact/项目设备/d/设备编号': 'SN-900' };
  await at.save(own, {
    ...invoice('a', '', '22320000000000000901'),
    ...invoice('b', '', '22320000000000000902', 1),
    ...device,
  });
  expect(await at.findings(own)).toEqual([
    {
      code: 'numbers-not-compared',
      part: 'facts',
      path: '项目投入发票[1].发票号码',
      says: '“历年项目用过的发票等编号”的名单还没有导入，本申报的发票、设备编号尚未与以前年度的项目核对；名单导入后，检查时自动核对，现在不影响定稿和提交。',
      blocks: false,
    },
  ]);
  expect(await at.findings(bare)).toEqual([]);
});

describe('以前年度的号码名单导入以后', () => {
  beforeAll(async () => {
    const row = { ...unit(FIRM), 立项年度: '2020', 项目名称: '示例改造', 编号种类: '发票' };
    await at.list({
      register: 'used-numbers',
      year: '',
      asOf: '2022-03-10',
      rows: [
        { ...row, 发票代码: '3200192130', 号码: '00990001' },
        { ...row, 编号种类: '设备', 号码: 'SN-800' },
      ],
    });
  });

  test('以前用过的，前面写了No.也查得到；没有用过的不说', async () => {
    const own = await at.draft();
    await at.save(own, {
      ...invoice('a', '3200192130', 'No.00990001'),
      ...invoice('b', '3200192130', '00990002', 1),
    });
    expect((await at.findings(own)).map(({ code, path }) => [code, path])).toEqual([
      ['invoice-odd', '项目投入发票[1].发票号码'],
      ['number-used', '项目投入发票[1].发票号码'],
    ]);
  });

  test('本单位以前的项目用过的设备挡住；别的单位的同号设备只提醒', async () => {
    const own = await at.draft('smart-factory', { actor: await at.person(FIRM), id: '' });
    const other = await at.draft();
    const device = {
      'fact/项目设备/d': { order: 0 },
      'fact/项目设备/d/设备编号': 'sn-800',
      'fact/项目设备/d/设备名称': '示例机床',
    };
    await at.save(own, device);
    await at.save(other, device);
    expect(await at.findings(own)).toMatchObject([
      { code: 'number-used', path: '项目设备[1].设备编号', blocks: true },
    ]);
    expect(await at.findings(other)).toMatchObject([
      { code: 'number-used', path: '项目设备[1].设备编号', blocks: false },
    ]);
  });

  test('别的申报用过的，换一种写法还是它：挡住，并提醒照发票写', async () => {
    const [first, second] = [await at.draft(), await at.draft()];
    await at.save(first, {
      ...invoice('a', '', '22320000000000000911'),
      ...invoice('b', '3200192130', '00990011', 1),
    });
    await at.state(first, 'submitted');
    await at.save(second, {
      ...invoice('a', '3200192130', '22320000000000000911'),
      ...invoice('b', '', '代码3200192130 发票号码：00990011', 1),
      ...invoice('c', '无', '№ 00990012', 2),
    });
    expect(await at.kept(second)).toEqual([
      'invoice 22320000000000000911',
      'invoice 320019213000990011',
    ]);
    expect((await at.findings(second)).map(({ code, path }) => [code, path])).toEqual([
      ['invoice-odd', '项目投入发票[1].发票号码'],
      ['invoice-odd', '项目投入发票[2].发票号码'],
      ['invoice-without-code', '项目投入发票[3].发票号码'],
      ['number-used', '项目投入发票[1].发票号码'],
      ['number-used', '项目投入发票[2].发票号码'],
    ]);
  });
});

test('编号随字段保存：改了换，行删了就放开', async () => {
  const own = await at.draft();
  await at.save(own, invoice('a', '3200192130', '00123456'));
  expect(await at.kept(own)).toEqual(['invoice 320019213000123456']);
  await at.save(own, { 'fact/项目投入发票/a/发票号码': '00123457' });
  expect(await at.kept(own)).toEqual(['invoice 320019213000123457']);
  await at.save(own, { 'fact/项目投入发票/a': null });
  expect(await at.kept(own)).toEqual([]);
});

test('同一份申报里写法不同的同一张发票：指出两行', async () => {
  const own = await at.draft();
  await at.save(own, {
    ...invoice('a', '033001900111', '00654321'),
    ...invoice('b', '', '０３３００１９００１１１００６５４３２１', 1),
    ...invoice('c', '3200192130', '00654321', 2),
  });
  expect(await at.findings(own)).toMatchObject([
    { code: 'number-twice', path: '项目投入发票[2].发票号码', blocks: true },
  ]);
  expect((await at.findings(own))[0]?.says).toContain('第2张与项目投入发票第1张');
});

test('别的申报提交过的发票、设备：只说本申报的错，不说是谁；撤回后放开', async () => {
  const [first, second] = [await at.draft(), await at.draft()];
  const device = {
    'fact/项目设备/d': { order: 0 },
    'fact/项目设备/d/设备编号': 'SN-001',
    'fact/项目设备/d/设备名称': '示例机床',
  };
  const fields = { ...invoice('a', '', '22320000000000000001'), ...device };
  await at.save(first, fields);
  await at.save(second, fields);
  expect(await at.findings(second)).toEqual([]);
  await at.state(first, 'submitted');
  const found = await at.findings(second);
  expect(found).toMatchObject([
    { code: 'number-used', path: '项目投入发票[1].发票号码', blocks: true },
    { code: 'number-used', path: '项目设备[1].设备编号', blocks: true },
  ]);
  for (const { says } of found) expect(says).not.toContain(first.actor.organisation.name);
  expect(await at.findings(first)).toEqual([]);
  await at.state(first, 'draft');
  expect(await at.findings(second)).toEqual([]);
});

test.each(['returned', 'draft', 'finalised'])(
  '退回后（%s）的发票和验证码仍占着；放弃后放开',
  async (state) => {
    const [first, second] = [await at.draft('tech-upgrade'), await at.draft('tech-upgrade')];
    const row = { 'fact/设备发票/a': { order: 0 } };
    const fields = {
      ...row,
      'fact/设备发票/a/发票号码': `2232000000000000${state.length + 1000}`,
      ...auditCode('a', `苏22-${state}`),
    };
    await at.save(first, fields);
    await at.save(second, fields);
    await at.state(first, state, true);
    expect((await at.findings(second)).map(({ code, blocks }) => [code, blocks])).toEqual([
      ['number-used', true],
    ]);
    expect(await at.codesUsed(second)).toHaveLength(1);
    await at.state(first, 'withdrawn');
    expect(await at.findings(second)).toEqual([]);
    expect(await at.codesUsed(second)).toEqual([]);
  },
);

test('八位号码没有发票代码查不出，要补；海关缴款书按原样查', async () => {
  const own = await at.draft();
  await at.save(own, {
    ...invoice('a', '', '00654321'),
    ...invoice('b', '', '220220211000000000-L01', 1),
    ...invoice('c', '', '220220211000000000—l01', 2),
  });
  expect((await at.findings(own)).map(({ code, path }) => [code, path])).toEqual([
    ['invoice-without-code', '项目投入发票[1].发票号码'],
    ['number-twice', '项目投入发票[3].发票号码'],
  ]);
});

test('不像发票号码的写法提醒，不挡；22位的海关缴款书、20位的数电发票不提醒', async () => {
  const own = await at.draft();
  await at.save(own, {
    ...invoice('a', '', '2232000000000000001'),
    ...invoice('b', '', '220220211000000000-L01', 1),
    ...invoice('c', '', '22320000000000000001', 2),
    ...invoice('d', '320019213', '00654321', 3),
    ...invoice('e', '', '22022021100000000-L01', 4),
    ...invoice('f', '', '220220211000000000L01', 5),
  });
  const found = await at.findings(own);
  expect(found.map(({ code, path, blocks }) => [code, path, blocks])).toEqual([
    ['invoice-odd', '项目投入发票[1].发票号码', false],
    ['invoice-odd', '项目投入发票[4].发票号码', false],
    ['invoice-odd', '项目投入发票[5].发票号码', false],
    ['number-twice', '项目投入发票[6].发票号码', true],
  ]);
  expect(found[0]?.says).toContain('“2232000000000000001”是19位数字，不是发票号码的写法');
  expect(found[1]?.says).toContain('是代码9位数字、号码8位数字');
  expect(found[2]?.says).toContain('是21位，含有字母或符号');
});

test('各家自己编的号：连同设备名称相同的挡住，名称改了只提醒，空着的先填', async () => {
  const [first, second] = [await at.draft(), await at.draft()];
  const device = (name: string) => ({
    'fact/项目设备/d': { order: 0 },
    'fact/项目设备/d/设备编号': 'SN-700',
    'fact/项目设备/d/设备名称': name,
  });
  await at.save(first, device('示例机床（五轴）'));
  await at.state(first, 'submitted');
  const found = async (name: string) => {
    await at.save(second, { 'fact/项目设备/d/设备名称': name });
    return (await at.findings(second)).map(({ code, blocks }) => [code, blocks]);
  };
  await at.save(second, device(''));
  expect(await at.findings(second)).toMatchObject([{ code: 'number-used', blocks: true }]);
  expect(await found('示例机床(五轴)')).toEqual([['number-used', true]]);
  expect(await found('示例注塑机')).toEqual([['number-used', false]]);
});

test('项目代码与别的申报相同：挡住；一格里的几个设备编号逐个查', async () => {
  const [first, second] = [await at.draft('tech-upgrade'), await at.draft('tech-upgrade')];
  const row = { 'fact/设备发票/a': { order: 0 } };
  await at.save(first, {
    ...row,
    'fact/项目代码': '2020-320581-34-03-512345',
    'fact/设备发票/a/设备编号': 'SN-1、SN-2',
    'fact/设备发票/a/设备名称': '示例机床',
  });
  expect(await at.kept(first)).toEqual([
    'record 2020-320581-34-03-512345',
    'device SN-1',
    'device SN-2',
  ]);
  await at.save(second, {
    ...row,
    'fact/项目代码': '2020—320581-34-03-512345',
    'fact/设备发票/a/设备编号': 'SN-3，sn-2',
    'fact/设备发票/a/设备名称': '示例注塑机',
  });
  await at.state(first, 'submitted');
  expect(await at.findings(second)).toMatchObject([
    { code: 'number-used', path: '设备发票[1].设备编号', blocks: false },
    { code: 'number-used', path: '项目代码', blocks: true },
  ]);
  await at.save(second, { 'fact/项目代码': '' });
  expect(await at.kept(second)).toEqual(['device SN-2', 'device SN-3']);
});

test('同时提交的两份有同一张发票：只有一份通过检查', async () => {
  const drafts = await Promise.all([at.draft(), at.draft(), at.draft(), at.draft()]);
  for (const [i, own] of drafts.entries()) {
    await at.save(own, {
      ...invoice('a', '', '22320000000000000077'),
      ...invoice('b', '', `2232000000000000010${i}`, 1),
    });
  }
  const passed = await Promise.all(drafts.map((own) => at.received(own, checkNumbers)));
  expect(passed.filter((one) => one)).toHaveLength(1);
});
