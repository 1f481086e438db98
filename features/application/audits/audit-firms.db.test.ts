import { openRegisters, TODAY } from '@fuchi/record-register/register.fixture';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firmsListed } from './audit-firms.ts';

let registers: Awaited<ReturnType<typeof openRegisters>>;
beforeAll(async () => {
  registers = await openRegisters();
});
afterAll(() => registers.close());

const list = (year: string, rows: readonly Readonly<Record<string, string>>[]) =>
  registers.list({ register: 'audit-firms', year, asOf: '2022-03-01', rows });

test('名单没有导入：没有来源，也没有事务所；导入了别的年度也一样', async () => {
  const none = { source: null, firms: [] };
  expect(await firmsListed(registers.db, registers.guide, TODAY)).toEqual(none);
  await list('2021', [{ 事务所名称: '示例旧所', 等级: 'A' }]);
  expect(await firmsListed(registers.db, registers.guide, TODAY)).toEqual(none);
});

test('导入后：各所和当年的等级，写明是哪一份名单', async () => {
  await list('2022', [
    { 事务所名称: '示例会计师事务所（特殊普通合伙）', 等级: 'AAA' },
    { 事务所名称: '示例第二会计师事务所', 等级: 'A' },
  ]);
  const listed = await firmsListed(registers.db, registers.guide, TODAY);
  expect(listed.source).toContain('2022年度');
  expect(listed.firms).toEqual([
    { name: '示例会计师事务所（特殊普通合伙）', class: 'AAA' },
    { name: '示例第二会计师事务所', class: 'A' },
  ]);
});
