import { parseMoney } from '@fuchi/values/money';
import { sign } from '@fuchi/values/rational';

/** Fields of the unit and the project that hold a sum, written freely. */
export const SUMS = {
  unit: ['注册资本', '资产总额', '上年营业收入', '上年利润总额', '上年实缴税金'],
  project: ['总投资', '自筹资金', '银行贷款', '其他资金'],
} as const;

export type SumPart = keyof typeof SUMS;

/** How to write a sum, said beside its field. */
export const SUM_HINT = '写明单位，如1200万元';

/** @example isSum('unit', '注册资本') // true */
export function isSum(part: SumPart, name: string): boolean {
  const names: readonly string[] = SUMS[part];
  return names.includes(name);
}

/**
 * Why a sum can't be read as one: 万元 and 元 mustn't be guessed, since it is printed as it is written. undefined
 * where it is clear, or nothing, or nothing but 无, is written.
 * @example sumDoubt('4860') // '没有写单位：是4860万元还是4860元？'
 */
export function sumDoubt(text: string): string | undefined {
  const plain = text.trim();
  if (plain === '' || plain === '无') return undefined;
  const read = parseMoney(plain);
  if (read.ok) return undefined;
  if (read.code === 'no-unit') {
    const bare = parseMoney(plain, '元');
    if (bare.ok && sign(bare.value) === 0) return undefined;
    return `没有写单位：是${plain}万元还是${plain}元？`;
  }
  if (read.code === 'unknown-unit') return `单位请写元、万元或亿元，如1200万元。`;
  return `看不出是多少，请写数和单位，如1200万元；负数写-1200万元。`;
}
