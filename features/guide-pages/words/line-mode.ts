import type { Mode } from '@fuchi/guide/guide';

/** How a line's money is given, for readers; nothing is said of those one simply applies for. */
export const MODE_MEANINGS: Readonly<Record<Mode, string>> = {
  申报: '',
  免申即享: '按文件兑现，不需申报。',
  切块: '资金切块下达到设区市，不由单位申报。',
  配套: '按项目合同配套，不由单位申报。',
  另行通知: '条件、标准和申报办法另行通知，不在本指南内。',
};

/** Whether 测一测 has questions for a line of this mode. */
export function isAssessed(mode: Mode): boolean {
  return mode === '申报' || mode === '免申即享';
}
