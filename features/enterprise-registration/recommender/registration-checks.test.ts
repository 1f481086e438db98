import { describe, expect, test } from 'vitest';
import { codeCheck, earlierCheck, registerCheck, sameNameCheck } from './registration-checks.ts';

const REGISTERS = [{ id: 'a', title: '规模以上工业企业名录' }] as never;
const known = (entry: string | null) => ({ state: 'known', register: 'a', entry }) as never;
const unchecked = (because: string) => ({ state: 'unchecked', register: 'a', because }) as never;
const registers = (...facts: readonly never[]) =>
  registerCheck({ registers: REGISTERS }, new Map(facts.map((fact, i) => [String(i), fact])));

describe('系统替审核的人查过什么', () => {
  test('信用代码', () => {
    expect(codeCheck({ creditCode: '91440300192317458F', codeOverride: undefined }).outcome).toBe(
      'fine',
    );
    expect(codeCheck({ creditCode: '91440300192317458A', codeOverride: '执照如此' })).toEqual({
      title: '信用代码校验',
      outcome: 'look',
      says: '校验不过，按前17位计算最后一位应为F。申请人说明：执照如此。请与营业执照逐位核对',
    });
  });

  test('同名单位', () => {
    expect(sameNameCheck([]).outcome).toBe('fine');
    expect(sameNameCheck([{ name: '示例公司', creditCode: '91X' }])).toMatchObject({
      outcome: 'look',
      says: '已有同名单位，代码不同：示例公司（91X）',
    });
  });

  test('以前的记录', () => {
    expect(earlierCheck([], []).outcome).toBe('fine');
    expect(earlierCheck([{ name: '示例旧名' }], ['不予通过', '已撤回']).says).toBe(
      '“示例旧名”曾用这个代码注册，现已注销或并入其他单位；这个代码以前的注册：不予通过、已撤回',
    );
  });

  test('名单：没有导入是“未核”，不是“没有”', () => {
    expect(registers(unchecked('not-imported')).says).toBe('未核：名单还没有导入');
    expect(registers(known(null))).toMatchObject({
      outcome: 'fine',
      says: '已导入的名单中没有这个单位，不影响注册',
    });
    expect(registers(known('5'), unchecked('not-imported')).says).toBe(
      '在册：规模以上工业企业名录',
    );
    expect(registers(known(null), unchecked('name-only')).outcome).toBe('look');
  });
});
