import {
  openTestDatabase,
  type TestDatabase,
} from '@fuchi/platform-server/database/test-database.fixture';
import { applicationForTests } from '@fuchi/record-application/application.fixture';
import type { FieldValue } from '@fuchi/record-application/contract';
import { saveDraft } from '@fuchi/record-application/save-draft';
import { signInForTests } from '@fuchi/record-person/sign-in.fixture';
import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import { regionsFrom } from '@fuchi/values/region';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wholeCheck } from '../check/whole-check.ts';
import { saveRules } from '../draft/save-rules.ts';
import { openApplication } from '../open-application.ts';
import { saidApplication } from '../said-content.ts';

const NOW = new Date('2022-04-08T06:30:00Z');
let database: TestDatabase;
let round: string;
beforeAll(async () => {
  database = await openTestDatabase();
  round = await openRoundForTests(database.db, NOW);
});
afterAll(() => database.close());

type Cells = Readonly<Record<string, string>>;
const CODES = [
  'invoice-blank',
  'link-blank',
  'link-unknown',
  'link-beyond',
  'link-before',
  'red-invoice',
  'blue-invoice-named',
];

/** What the whole check says of a draft's lists as links go: each list with its rows. */
async function found(line: string, lists: Readonly<Record<string, readonly Cells[]>>) {
  const { db } = database;
  const { actor } = await signInForTests(db, { role: 'filler' });
  const who = { organisation: actor.organisation.id, account: actor.account };
  const id = await applicationForTests(db, who, NOW, { round, line });
  const fields: Record<string, FieldValue> = {};
  for (const [list, rows] of Object.entries(lists)) {
    fields[`fact/${list}`] = { complete: true };
    rows.forEach((cells, order) => {
      fields[`fact/${list}/r${order}`] = { order };
      for (const [column, text] of Object.entries(cells)) {
        fields[`fact/${list}/r${order}/${column}`] = text;
      }
    });
  }
  const saves = Object.entries(fields).map(([path, value]) => ({ path, value, base: 1000 }));
  await saveDraft(db, actor, id, saves, NOW, saveRules());
  const open = await openApplication(db, actor, id);
  const regions = regionsFrom(open.guide.guide.regions);
  if (!regions.ok) throw new Error(regions.code);
  const said = await saidApplication({ db, regions: regions.value }, open, NOW);
  const findings = await wholeCheck(db, said, NOW);
  return findings.filter(({ code }) => CODES.includes(code));
}

const invoice = (number: string, amount: string, blue = '') => ({
  发票号码: number,
  不含税金额: amount,
  蓝字发票号码: blue,
});
const device = (invoices: string, amount: string) => ({
  所附发票号码: invoices,
  不含税金额: amount,
});
const N1 = '22320000000000000011';
const N2 = '22320000000000000022';

test('设备与发票对得上：没有话说；一台设备开了几张发票的不比金额', async () => {
  const lists = {
    项目投入发票: [invoice(N1, '100万元'), invoice(N2, '50万元')],
    项目设备: [device(N1, '60万元'), device(N1, '40万元'), device(`${N1}、${N2}`, '150万元')],
  };
  expect(await found('smart-factory', lists)).toEqual([]);
});

test('发票清单里没有的号码：指出相近的一行，不挡；同一张发票上的设备合计多于发票：挡', async () => {
  const lists = {
    项目投入发票: [invoice(N1, '100万元')],
    项目设备: [
      device(N1, '60万元'),
      device('22320000000000000012', '10万元'),
      device(N1, '50万元'),
    ],
  };
  expect(await found('smart-factory', lists)).toEqual([
    {
      code: 'link-unknown',
      part: 'facts',
      path: '项目设备[2].所附发票号码',
      says: '项目购置的设备第2台的发票号码“22320000000000000012”，项目投入发票里没有（第1张的“22320000000000000011”与它相近），请核对，或者在那里补列。',
      blocks: false,
    },
    {
      code: 'link-beyond',
      part: 'facts',
      path: '项目设备[1].不含税金额',
      says: `项目购置的设备第1、3台的不含税金额合计110万元，多于项目投入发票第1张（${N1}）的不含税金额100万元，请更正。`,
      blocks: true,
    },
  ]);
});

test('发票一张也没有填：只说一次', async () => {
  const lists = { 项目设备: [device(N1, '60万元'), device(N2, '10万元')] };
  expect(await found('smart-factory', lists)).toMatchObject([
    { code: 'link-unknown', path: '项目投入发票', blocks: false },
  ]);
});

test('红字发票写明冲销哪一张：不多于那一张就没有话说，多于它挡；冲销红字发票、自己也挡', async () => {
  const blue = [invoice(N1, '60万元'), invoice(N2, '100万元')];
  const red = (amount: string, of: string) => invoice('22320000000000000099', amount, of);
  const said = async (...rows: readonly Cells[]) =>
    (await found('smart-factory', { 项目投入发票: rows })).map(({ code, path }) => [code, path]);
  expect(await said(...blue, red('-60万元', N1))).toEqual([]);
  expect(await said(...blue, red('-80万元', N1))).toEqual([
    ['link-beyond', '项目投入发票[3].不含税金额'],
  ]);
  expect(await said(...blue, red('-60万元', '22320000000000000099'))).toEqual([
    ['link-beyond', '项目投入发票[3].不含税金额'],
  ]);
  expect(await said(...blue, invoice('22320000000000000033', '5万元', N1))).toEqual([
    ['blue-invoice-named', '项目投入发票[3].蓝字发票号码'],
  ]);
  // What is left of the first invoice is too little for the red one that names none, and the second is for less.
  expect(await said(invoice(N1, '100万元'), red('-90万元', N1), invoice(N2, '-20万元'))).toEqual([
    ['red-invoice', '项目投入发票[3].不含税金额'],
    ['red-invoice', '项目投入发票'],
  ]);
});

test('用贷款支付的合计多于放款：挡；付款早于放款：不挡；购置合同没有列：提醒', async () => {
  const bill = (number: string, paid: string, on: string) => ({
    发票号码: number,
    不含税金额: '2000万元',
    贷款支付金额: paid,
    付款日期: on,
    借据号: 'JJ-01',
    购置合同编号: 'HT-2021-08',
  });
  const lists = {
    贷款: [{ 借据号: 'jj—01', 已发放金额: '2500万元', 放款日期: '2021-03-01' }],
    设备购置合同: [{ 合同编号: 'HT-2021-09' }],
    设备发票: [bill(N1, '1500万元', '2021-02-28'), bill(N2, '1200万元', '2021-03-01')],
  };
  const unknown = (row: number) => ({
    code: 'link-unknown',
    path: `设备发票[${row}].购置合同编号`,
    blocks: false,
  });
  const findings = await found('tech-upgrade', lists);
  expect(findings).toMatchObject([
    unknown(1),
    unknown(2),
    { code: 'link-beyond', path: '设备发票[1].贷款支付金额', blocks: true },
    { code: 'link-before', path: '设备发票[1].付款日期', blocks: false },
  ]);
  expect(findings[2]?.says).toContain(
    '合计2700万元，多于项目固定资产贷款第1笔（jj—01）的已发放金额2500万元',
  );
  expect(findings[3]?.says).toContain(
    '付款日期2021-02-28，早于项目固定资产贷款第1笔（jj—01）的放款日期2021-03-01',
  );
});

test('发票号码空着的行：每个清单说一次；由会计师事务所核定的清单挡；空行、填了的不说', async () => {
  const rows = [
    invoice(N1, '100万元'),
    { 不含税金额: '5万元' },
    {},
    { 发票代码: '3200192130' },
    { 销售方: '示例设备有限公司', 发票号码: ' ' },
  ];
  expect(await found('smart-factory', { 项目投入发票: rows })).toEqual([
    {
      code: 'invoice-blank',
      part: 'facts',
      path: '项目投入发票[2].发票号码',
      says: '项目投入发票第2、4、5张没有填发票号码，查不出是否用过，请补填；数电发票只填20位号码，不填发票代码。',
      blocks: true,
    },
  ]);
});

test('对应的编号空着：每个清单提醒一次；没有用贷款支付的不问借据号', async () => {
  const bill = (number: string, paid: string, more: Cells = {}) => ({
    发票号码: number,
    不含税金额: '100万元',
    贷款支付金额: paid,
    ...more,
  });
  const lists = {
    贷款: [{ 借据号: 'JJ-01', 已发放金额: '2500万元' }],
    设备购置合同: [{ 合同编号: 'HT-2021-08' }],
    设备发票: [
      bill(N1, '0万元', { 购置合同编号: 'HT-2021-08' }),
      bill(N2, '50万元'),
      bill('22320000000000000033', '0万元'),
      bill('22320000000000000044', '100万元', { 购置合同编号: 'HT-2021-08', 借据号: 'JJ-01' }),
    ],
  };
  expect(await found('tech-upgrade', lists)).toEqual([
    {
      code: 'link-blank',
      part: 'facts',
      path: '设备发票[2].购置合同编号',
      says: '使用项目固定资产贷款购置的设备发票第2、3张没有填购置合同编号，第2张没有填所用贷款的借据号，与项目设备购置合同、项目固定资产贷款对不上，有的请补填。',
      blocks: false,
    },
  ]);
});
