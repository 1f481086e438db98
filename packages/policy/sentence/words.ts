import type { AssessedCondition, Because, Outcome, Verdict } from '../assess/assessment.ts';

/** The words screens, papers and the command line use for an assessment's codes. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  eligible: '符合',
  ineligible: '不符合',
  undetermined: '待定',
};

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  met: '符合',
  unmet: '不符合',
  unknown: '待定',
  'not-applicable': '不适用',
};

/** Why a condition is open. */
export const BECAUSE_WORDS: Readonly<Record<Because, string>> = {
  missing: '缺少事实',
  discretion: '由主管部门决定',
  conflict: '来源不一致',
  elsewhere: '由其他文件规定',
};

export const STRENGTH_WORDS: Readonly<Record<AssessedCondition['strength'], string>> = {
  hard: '必须',
  'in-principle': '原则上',
  priority: '优先',
};
