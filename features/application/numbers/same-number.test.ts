import { describe, expect, test } from 'vitest';
import { numbersTwice, numberUsed, type WrittenNumber } from './same-number.ts';
import type { Use } from './used-elsewhere.ts';
import { companionOf } from './written-numbers.ts';

function contract(row: number, seller: string, number = '2021-001'): WrittenNumber {
  return {
    kind: 'contract',
    place: `购置合同第${row}份`,
    label: '合同编号',
    path: `购置合同[${row}].合同编号`,
    number,
    key: number,
    rowWord: '份',
    beside: ['卖方名称'],
    companion: companionOf([seller]),
  };
}
const invoice: WrittenNumber = {
  ...contract(1, '', '22320000000000000001'),
  kind: 'invoice',
  label: '发票号码',
  beside: [],
};
const use = (companion: string, own = false): Use => {
  const { kind, key } = contract(1, '');
  return { kind, key, companion: companionOf([companion]), own };
};

const USED: readonly [
  name: string,
  one: WrittenNumber,
  uses: readonly Use[],
  blocks: boolean | undefined,
  says: string,
][] = [
  ['没有用过', contract(1, '甲厂'), [], undefined, ''],
  ['发票只看号码', invoice, [use('')], true, '已在其他申报或以前的项目中使用，不能重复使用'],
  ['卖方也相同', contract(1, '甲厂'), [use('乙厂'), use('甲厂')], true, '卖方名称也相同，不能重复'],
  ['卖方的写法不同', contract(1, '甲（集团）厂'), [use('甲(集团) 厂')], true, '卖方名称也相同'],
  ['卖方不同', contract(1, '甲厂'), [use('乙厂')], false, '请核对是否重复申报'],
  ['本单位另一份，卖方不同', contract(1, '甲厂'), [use('乙厂', true)], false, '请核对是否重复申报'],
  ['别的单位没有填卖方', contract(1, '甲厂'), [use('')], false, '请核对是否重复申报'],
  ['本单位以前的项目', contract(1, '甲厂'), [use('', true)], true, '已在本单位以前的项目中使用'],
  ['自己没有填卖方', contract(1, ' '), [use('乙厂')], true, '不是同一份；请填写卖方名称。'],
];

describe('别处用过的编号', () => {
  test.each(USED)('%s', (_, one, uses, blocks, says) => {
    const found = numberUsed(one, uses);
    expect(found?.blocks).toBe(blocks);
    expect(found?.says ?? '').toContain(says);
  });
});

describe('同一份申报里的同一个编号', () => {
  const blocks = (...written: readonly WrittenNumber[]) =>
    numbersTwice(written).map(({ path, blocks }) => [path, blocks]);

  test('卖方相同或没有填的挡住，不同的提醒；编号不同的不说', () => {
    expect(blocks(contract(1, '甲厂'), contract(2, '甲厂'))).toEqual([
      ['购置合同[2].合同编号', true],
    ]);
    expect(blocks(contract(1, '甲厂'), contract(2, ''))).toEqual([['购置合同[2].合同编号', true]]);
    expect(blocks(contract(1, '甲厂'), contract(2, '乙厂'))).toEqual([
      ['购置合同[2].合同编号', false],
    ]);
    expect(blocks(contract(1, '甲厂'), contract(2, '甲厂', '2021-002'))).toEqual([]);
  });

  test('指到同一个卖方的那一份，不是最前面的一份', () => {
    const [, third] = numbersTwice([contract(1, '乙厂'), contract(2, '甲厂'), contract(3, '甲厂')]);
    expect(third?.says).toBe(
      '购置合同第3份与购置合同第2份的合同编号相同（2021-001），同一个号码只能列一次。',
    );
  });
});
