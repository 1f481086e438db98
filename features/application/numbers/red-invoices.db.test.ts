import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkRedInvoices } from './check-red-invoices.ts';
import { invoice, openNumberDrafts } from './number-drafts.fixture.ts';

let at: Awaited<ReturnType<typeof openNumberDrafts>>;
beforeAll(async () => {
  at = await openNumberDrafts();
});
afterAll(() => at.close());

test('红字发票：清单里没有它冲销的蓝字发票，提醒并指出哪一行；没列全时不下结论', async () => {
  const own = await at.draft();
  const row = (key: string, number: string, amount: string, order: number) => ({
    ...invoice(key, '', number, order),
    [`fact/项目投入发票/${key}/不含税金额`]: amount,
  });
  await at.save(own, {
    'fact/项目投入发票': { complete: true },
    ...row('a', '22320000000000000011', '100', 0),
    ...row('b', '22320000000000000012', '-100', 1),
  });
  expect(await at.findings(own, checkRedInvoices)).toEqual([]);
  await at.save(own, { 'fact/项目投入发票/a/不含税金额': '60' });
  const found = await at.findings(own, checkRedInvoices);
  expect(found).toMatchObject([
    { code: 'red-invoice', path: '项目投入发票[2].不含税金额', blocks: false },
    { code: 'red-invoice', path: '项目投入发票', blocks: false },
  ]);
  expect(found[1]?.says).toContain('比蓝字发票多40万元');
  await at.save(own, { 'fact/项目投入发票': { complete: false } });
  expect(await at.findings(own, checkRedInvoices)).toEqual([]);
});
