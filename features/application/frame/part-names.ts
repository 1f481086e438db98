/** The parts of an application in the order in which one goes through them, by their address. */
export const PART_NAMES = {
  '': '任务清单',
  unit: '申报单位',
  project: '项目',
  participants: '参与单位',
  facts: '申报事实',
  form: '绩效目标',
  annexes: '第三方核定',
  audits: '审计报告',
  statements: '推荐单位意见',
  papers: '材料',
  check: '检查',
  finish: '定稿提交',
} as const;
export type PartAddress = keyof typeof PART_NAMES;

/** @example partName('papers') // '材料' */
export function partName(part: string): string {
  return Object.entries(PART_NAMES).find(([address]) => address === part)?.[1] ?? part;
}
