import { sentenceOf } from '@fuchi/policy/sentence/sentence';
import type { CellFault } from './read-annex-workbook.ts';

type Words = readonly [message: string, fix: string];

const FAULTS: Readonly<Record<string, (facts: CellFault['facts']) => Words>> = {
  'annex-formula': ({ label }) => [`“${label}”是公式，算出的数不能作准`, '改填数字'],
  'annex-error': ({ label }) => [`“${label}”是错误值`, '改填数字或文字'],
  'annex-digits-lost': ({ label }) => [
    `“${label}”按数字存，末几位已经丢了`,
    '把单元格设成文本再填一遍',
  ],
  'annex-said-changed': ({ printed }) => [
    printed === '' ? '这一栏印出时是空的' : `这一栏印出时或者现在草稿里是“${printed}”`,
    '核定数填在“核定”栏；申报数改过的，重新下载再填',
  ],
  'annex-row-twice': () => ['同一行出现了两次', '删去一行'],
  'annex-row-gone': () => ['草稿里已经没有这一行', '重新下载再填'],
  'annex-row-unknown': () => ['这一行不在申报数据里', '请申报单位先补填这一行，再重新下载'],
};

/**
 * What is wrong with a cell and what to do.
 * @example cellFaultWords(fault) // { message: '“不含税金额”是公式，算出的数不能作准', fix: '改填数字' }
 */
export function cellFaultWords({ code, facts }: Pick<CellFault, 'code' | 'facts'>): {
  readonly message: string;
  readonly fix: string;
} {
  const words = FAULTS[code];
  if (!words) return sentenceOf(code, facts);
  const [message, fix] = words(facts);
  return { message, fix };
}
