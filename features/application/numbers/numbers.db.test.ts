import { applicationForTests } from '@fuchi/record-application/application.fixture';
import type { FieldValue } from '@fuchi/record-application/contract';
import { saveDraft } from '@fuchi/record-application/save-draft';
import { change } from '@fuchi/record-event/change';
import { BY_PROGRAM } from '@fuchi/record-event/event';
import type { Actor } from '@fuchi/record-person/actor';
import { signInForTests } from '@fuchi/record-person/sign-in.fixture';
import { FIRM, openRegisters, unit } from '@fuchi/record-register/register.fixture';
import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import { regionsFrom } from '@fuchi/values/region';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkAudits } from '../audits/check-audits.ts';
import type { Checker } from '../check/checker.ts';
import { saveRules } from '../draft/save-rules.ts';
import { openApplication } from '../open-application.ts';
import { saidApplication } from '../said-content.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkRedInvoices } from './check-red-invoices.ts';
import { lockNumbers } from './lock-numbers.ts';

const NOW = new Date('2022-04-08T06:30:00Z');
let database: Awaited<ReturnType<typeof openRegisters>>;
let round: string;
beforeAll(async () => {
  database = await openRegisters();
  round = await openRoundForTests(database.db, NOW);
});
afterAll(() => database.close());

interface Draft {
  readonly actor: Actor;
  readonly id: string;
}

async function draft(line = 'smart-factory', of?: Draft): Promise<Draft> {
  const actor = of?.actor ?? (await signInForTests(database.db, { role: 'filler' })).actor;
  const who = { organisation: actor.organisation.id, account: actor.account };
  return { actor, id: await applicationForTests(database.db, who, NOW, { round, line }) };
}

async function save({ actor, id }: Draft, fields: Readonly<Record<string, FieldValue>>) {
  const saves = Object.entries(fields).map(([path, value]) => ({ path, value, base: 1000 }));
  return saveDraft(database.db, actor, id, saves, NOW, saveRules());
}

const invoice = (row: string, code: string, number: string, order = 0) => ({
  [`fact/项目投入发票/${row}`]: { order },
  [`fact/项目投入发票/${row}/发票代码`]: code,
  [`fact/项目投入发票/${row}/发票号码`]: number,
});

async function findings({ actor, id }: Draft, check: Checker = checkNumbers) {
  const { db } = database;
  const open = await openApplication(db, actor, id);
  const regions = regionsFrom(open.guide.guide.regions);
  if (!regions.ok) throw new Error(regions.code);
  const said = await saidApplication({ db, regions: regions.value }, open, NOW);
  return check(db, said, NOW);
}

const receive = ({ id }: Draft) =>
  database.db
    .updateTable('application')
    .set({ state: 'submitted', number: `test-${id}` })
    .where('id', '=', id)
    .execute();
const kept = async ({ id }: Draft) =>
  (
    await database.db
      .selectFrom('used_number')
      .select(['kind', 'key'])
      .where('application_id', '=', id)
      .orderBy('key')
      .execute()
  ).map(({ kind, key }) => `${kind} ${key}`);

test('以前年度的号码名单还没有导入：有号码的提醒一次，没有号码的不提', async () => {
  const [own, bare] = [await draft(), await draft()];
  const device = { 'fact/项目设备/d': { order: 0 }, 'fact/项目设备/d/设备编号': 'SN-900' };
  await save(own, {
    ...invoice('a', '', '22320000000000000901'),
    ...invoice('b', '', '22320000000000000902', 1),
    ...device,
  });
  expect(await findings(own)).toEqual([
    {
      code: 'numbers-not-compared',
      part: 'facts',
      path: '项目投入发票[1].发票号码',
      says: '“历年项目用过的发票等编号”的名单还没有导入，本申报的发票、设备编号尚未与以前年度的项目核对；名单导入后，检查时自动核对，现在不影响定稿和提交。',
      blocks: false,
    },
  ]);
  expect(await findings(bare)).toEqual([]);
});

describe('以前年度的号码名单导入以后', () => {
  beforeAll(async () => {
    const row = { ...unit(FIRM), 立项年度: '2020', 项目名称: '示例改造', 编号种类: '发票' };
    await database.list({
      register: 'used-numbers',
      year: '',
      asOf: '2022-03-10',
      rows: [{ ...row, 发票代码: '3200192130', 号码: '00990001' }],
    });
  });

  test('以前用过的，前面写了No.也查得到；没有用过的不说', async () => {
    const own = await draft();
    await save(own, {
      ...invoice('a', '3200192130', 'No.00990001'),
      ...invoice('b', '3200192130', '00990002', 1),
    });
    expect((await findings(own)).map(({ code, path }) => [code, path])).toEqual([
      ['invoice-odd', '项目投入发票[1].发票号码'],
      ['number-used', '项目投入发票[1].发票号码'],
    ]);
  });

  test('别的申报用过的，换一种写法还是它：挡住，并提醒照发票写', async () => {
    const [first, second] = [await draft(), await draft()];
    await save(first, {
      ...invoice('a', '', '22320000000000000911'),
      ...invoice('b', '3200192130', '00990011', 1),
    });
    await receive(first);
    await save(second, {
      ...invoice('a', '3200192130', '22320000000000000911'),
      ...invoice('b', '', '代码3200192130 发票号码：00990011', 1),
      ...invoice('c', '无', '№ 00990012', 2),
    });
    expect(await kept(second)).toEqual([
      'invoice 22320000000000000911',
      'invoice 320019213000990011',
    ]);
    expect((await findings(second)).map(({ code, path }) => [code, path])).toEqual([
      ['invoice-odd', '项目投入发票[1].发票号码'],
      ['invoice-odd', '项目投入发票[2].发票号码'],
      ['invoice-without-code', '项目投入发票[3].发票号码'],
      ['number-used', '项目投入发票[1].发票号码'],
      ['number-used', '项目投入发票[2].发票号码'],
    ]);
  });
});

test('编号随字段保存：改了换，行删了就放开', async () => {
  const own = await draft();
  await save(own, invoice('a', '3200192130', '00123456'));
  expect(await kept(own)).toEqual(['invoice 320019213000123456']);
  await save(own, { 'fact/项目投入发票/a/发票号码': '00123457' });
  expect(await kept(own)).toEqual(['invoice 320019213000123457']);
  await save(own, { 'fact/项目投入发票/a': null });
  expect(await kept(own)).toEqual([]);
});

test('同一份申报里写法不同的同一张发票：指出两行', async () => {
  const own = await draft();
  await save(own, {
    ...invoice('a', '033001900111', '00654321'),
    ...invoice('b', '', '０３３００１９００１１１００６５４３２１', 1),
    ...invoice('c', '3200192130', '00654321', 2),
  });
  expect(await findings(own)).toMatchObject([
    { code: 'number-twice', path: '项目投入发票[2].发票号码', blocks: true },
  ]);
  expect((await findings(own))[0]?.says).toContain('第2张与项目投入发票第1张');
});

test('别的申报提交过的发票：只说本申报的错，不说是谁；撤回后放开；设备编号只提醒', async () => {
  const [first, second] = [await draft(), await draft()];
  const device = { 'fact/项目设备/d': { order: 0 }, 'fact/项目设备/d/设备编号': 'SN-001' };
  const fields = { ...invoice('a', '', '22320000000000000001'), ...device };
  await save(first, fields);
  await save(second, fields);
  expect(await findings(second)).toEqual([]);
  await receive(first);
  const found = await findings(second);
  expect(found).toMatchObject([
    { code: 'number-used', path: '项目投入发票[1].发票号码', blocks: true },
    { code: 'number-used', path: '项目设备[1].设备编号', blocks: false },
  ]);
  for (const { says } of found) expect(says).not.toContain(first.actor.organisation.name);
  expect(await findings(first)).toEqual([]);
  await database.db
    .updateTable('application')
    .set({ state: 'draft' })
    .where('id', '=', first.id)
    .execute();
  expect(await findings(second)).toEqual([]);
});

test.each(['returned', 'draft', 'finalised'])(
  '退回后（%s）的发票和验证码仍占着；放弃后放开',
  async (state) => {
    const [first, second] = [await draft('tech-upgrade'), await draft('tech-upgrade')];
    const row = { 'fact/设备发票/a': { order: 0 } };
    const fields = {
      ...row,
      'fact/设备发票/a/发票号码': `2232000000000000${state.length + 1000}`,
      ...audit('a', `苏22-${state}`),
    };
    await save(first, fields);
    await save(second, fields);
    await database.db
      .updateTable('application')
      .set({ state, number: `back-${first.id}`, returned_at: NOW })
      .where('id', '=', first.id)
      .execute();
    expect((await findings(second)).map(({ code, blocks }) => [code, blocks])).toEqual([
      ['number-used', true],
    ]);
    expect(await ofCode(second)).toHaveLength(1);
    await database.db
      .updateTable('application')
      .set({ state: 'withdrawn' })
      .where('id', '=', first.id)
      .execute();
    expect(await findings(second)).toEqual([]);
    expect(await ofCode(second)).toEqual([]);
  },
);

test('八位号码没有发票代码查不出，要补；海关缴款书按原样查', async () => {
  const own = await draft();
  await save(own, {
    ...invoice('a', '', '00654321'),
    ...invoice('b', '', '220220211000000000-L01', 1),
    ...invoice('c', '', '220220211000000000—l01', 2),
  });
  expect((await findings(own)).map(({ code, path }) => [code, path])).toEqual([
    ['invoice-without-code', '项目投入发票[1].发票号码'],
    ['number-twice', '项目投入发票[3].发票号码'],
  ]);
});

test('不像发票号码的写法提醒，不挡；22位的海关缴款书、20位的数电发票不提醒', async () => {
  const own = await draft();
  await save(own, {
    ...invoice('a', '', '2232000000000000001'),
    ...invoice('b', '', '220220211000000000-L01', 1),
    ...invoice('c', '', '22320000000000000001', 2),
    ...invoice('d', '320019213', '00654321', 3),
    ...invoice('e', '', '22022021100000000-L01', 4),
    ...invoice('f', '', '220220211000000000L01', 5),
  });
  const found = await findings(own);
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

test('项目代码与别的申报相同：提醒；一格里的几个设备编号逐个查', async () => {
  const [first, second] = [await draft('tech-upgrade'), await draft('tech-upgrade')];
  const row = { 'fact/设备发票/a': { order: 0 } };
  await save(first, {
    ...row,
    'fact/项目代码': '2020-320581-34-03-512345',
    'fact/设备发票/a/设备编号': 'SN-1、SN-2',
  });
  expect(await kept(first)).toEqual([
    'record 2020-320581-34-03-512345',
    'device SN-1',
    'device SN-2',
  ]);
  await save(second, {
    ...row,
    'fact/项目代码': '2020—320581-34-03-512345',
    'fact/设备发票/a/设备编号': 'SN-3，sn-2',
  });
  await receive(first);
  expect(await findings(second)).toMatchObject([
    { code: 'number-used', path: '设备发票[1].设备编号', blocks: false },
    { code: 'number-used', path: '项目代码', blocks: false },
  ]);
  await save(second, { 'fact/项目代码': '' });
  expect(await kept(second)).toEqual(['device SN-2', 'device SN-3']);
});

test('同时提交的两份有同一张发票：只有一份通过检查', async () => {
  const drafts = await Promise.all([draft(), draft(), draft(), draft()]);
  for (const [i, own] of drafts.entries()) {
    await save(own, {
      ...invoice('a', '', '22320000000000000077'),
      ...invoice('b', '', `2232000000000000010${i}`, 1),
    });
  }
  const passed = await Promise.all(drafts.map((own) => received(own, checkNumbers)));
  expect(passed.filter((one) => one)).toHaveLength(1);
});

/** Received as a submission does it, if nothing of these numbers stands against it. */
const received = (own: Draft, check: Checker) =>
  change(database.db, BY_PROGRAM, NOW, async (work, record) => {
    await lockNumbers(work, own);
    const open = await openApplication(work, own.actor, own.id);
    const regions = regionsFrom(open.guide.guide.regions);
    if (!regions.ok) throw new Error(regions.code);
    const said = await saidApplication({ db: work, regions: regions.value }, open, NOW);
    const blocked = (await check(work, said, NOW)).some(({ code }) => code.endsWith('-used'));
    if (!blocked) {
      await work
        .updateTable('application')
        .set({ state: 'submitted', number: `race-${own.id}` })
        .where('id', '=', own.id)
        .execute();
    }
    await record({
      subject: { kind: 'application', id: own.id },
      kind: 'application-submitted',
      after: { received: !blocked },
    });
    return !blocked;
  });

const audit = (row: string, code: string) => ({
  [`audit/${row}`]: { order: 0 },
  [`audit/${row}/报备验证码`]: code,
});
const ofCode = async (own: Draft) =>
  (await findings(own, checkAudits)).filter(({ code }) => code === 'audit-code-used');

test('审计报告的验证码随字段保存，不能由两家单位使用；同一单位的另一份申报可以', async () => {
  const first = await draft('little-giant');
  const [second, again] = [await draft('tech-upgrade'), await draft('tech-upgrade', first)];
  await save(first, audit('a', '苏22-0001'));
  expect(await kept(first)).toEqual(['audit 苏22-0001']);
  await save(second, audit('b', ' 苏２２—0001'));
  await save(again, audit('c', '苏22-0001'));
  expect(await ofCode(second)).toEqual([]);
  await receive(first);
  const found = await ofCode(second);
  expect(found).toMatchObject([{ part: 'audits', path: 'b/报备验证码', blocks: true }]);
  expect(found[0]?.says).not.toContain(first.actor.organisation.name);
  expect(await ofCode(first)).toEqual([]);
  expect(await ofCode(again)).toEqual([]);
  await save(second, { 'audit/b': null });
  expect(await kept(second)).toEqual([]);
  expect(await ofCode(second)).toEqual([]);
});

test('刚开始登记的审计报告，缺的合成一处说，指到第一项', async () => {
  const own = await draft('tech-upgrade');
  await save(own, audit('a', '苏22-0002'));
  const blank = (await findings(own, checkAudits)).filter(({ code }) => code === 'no-audit-field');
  expect(blank).toEqual([
    {
      code: 'no-audit-field',
      part: 'audits',
      path: 'a/报告类型',
      says: '第1份审计报告还没有填写：报告类型、年度、会计师事务所、报告文号、报告日期、注册会计师、审计意见、审定金额。',
      blocks: true,
    },
  ]);
});

test('同时提交的几家有同一个验证码：只有一家通过检查', async () => {
  const drafts = await Promise.all([1, 2, 3, 4].map(() => draft('tech-upgrade')));
  for (const own of drafts) await save(own, audit('a', '苏22-0077'));
  const passed = await Promise.all(drafts.map((own) => received(own, checkAudits)));
  expect(passed.filter((one) => one)).toHaveLength(1);
});

test('红字发票：清单里没有它冲销的蓝字发票，提醒并指出哪一行；没列全时不下结论', async () => {
  const own = await draft();
  const row = (key: string, number: string, amount: string, order: number) => ({
    ...invoice(key, '', number, order),
    [`fact/项目投入发票/${key}/不含税金额`]: amount,
  });
  await save(own, {
    'fact/项目投入发票': { complete: true },
    ...row('a', '22320000000000000011', '100', 0),
    ...row('b', '22320000000000000012', '-100', 1),
  });
  expect(await findings(own, checkRedInvoices)).toEqual([]);
  await save(own, { 'fact/项目投入发票/a/不含税金额': '60' });
  const found = await findings(own, checkRedInvoices);
  expect(found).toMatchObject([
    { code: 'red-invoice', path: '项目投入发票[2].不含税金额', blocks: false },
    { code: 'red-invoice', path: '项目投入发票', blocks: false },
  ]);
  expect(found[1]?.says).toContain('比蓝字发票多40万元');
  await save(own, { 'fact/项目投入发票': { complete: false } });
  expect(await findings(own, checkRedInvoices)).toEqual([]);
});
