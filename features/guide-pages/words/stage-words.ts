import type { CheckedGuide, CheckedStage } from '@fuchi/policy/checked-guide';
import { ruleWords } from './rule-words.ts';

/** How much a stage pays. @example stageWords({ …, share: '1/2' }, guide) // '补助金额的50%' */
export function stageWords(stage: CheckedStage, guide: CheckedGuide): string {
  if (stage.balance) return '补助金额减去已经拨付的部分';
  if (stage.amount) return ruleWords(stage.amount, guide);
  const share = percent(stage.share);
  if (share !== '') return share === '100%' ? '全部补助金额' : `补助金额的${share}`;
  const most = tenThousands(stage.atMost);
  return most === '' ? '指南没有写金额' : `至多${most}`;
}

/** @example percent('1/2') // '50%' */
function percent(fraction: string): string {
  return scaled(fraction, 100n, 1n, '%');
}

/** @example tenThousands('5000000/1') // '500万元' */
function tenThousands(fraction: string): string {
  return scaled(fraction, 1n, 10_000n, '万元');
}

/** A fraction in another unit; one that doesn't come out even stays a fraction. */
function scaled(fraction: string, times: bigint, by: bigint, unit: string): string {
  const [n, d] = fraction.split('/');
  if (n === undefined || d === undefined) return '';
  const above = BigInt(n) * times;
  const below = BigInt(d) * by;
  return above % below === 0n ? `${above / below}${unit}` : `${above}/${below}${unit}`;
}
