import type { Mode } from '@fuchi/guide/guide';

/** How a line's money is given, for a list of lines. Nothing is said of those one simply applies for. */
export const MODE_NOTES: Readonly<Record<Mode, string>> = {
  申报: '',
  免申即享: '免申即享，不需申报',
  切块: '切块下达，不由单位申报',
  配套: '按合同配套，不由单位申报',
  另行通知: '另行通知，规定在其他文件',
};

/** Whether applicants are assessed on a line of this mode. */
export function isAssessed(mode: Mode): boolean {
  return mode === '申报' || mode === '免申即享';
}
