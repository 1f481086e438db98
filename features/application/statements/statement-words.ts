import type { StatementKind } from '@fuchi/record-application/contract-statement';

/** What a kind of statement is called. */
export const STATEMENT_NAMES: Readonly<Record<StatementKind, string>> = {
  acceptance: '验收意见',
  'not-needed': '无需办理相关手续的说明',
};

export const STATEMENT_STATES = {
  asked: '等待推荐单位出具',
  given: '已出具',
  declined: '未同意出具',
  withdrawn: '已撤回',
} as const;
export type StatementState = keyof typeof STATEMENT_STATES;
