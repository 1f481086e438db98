import type { Workflow } from '@fuchi/workflow/workflow';

export type ApplicationState = 'draft' | 'finalised' | 'submitted' | 'returned' | 'withdrawn';
export type ApplicationCommand =
  | 'finalise'
  | 'reopen'
  | 'submit'
  | 'return'
  | 'withdraw'
  | 'give-up';
/**
 * in-time: the clock that counts for the command has not passed; complete: the whole check finds nothing that blocks;
 * sealed: every print of this version came back sealed; current: the round's guide is the one it was frozen under;
 * returnable: what is returned can still be handed in again.
 */
export type ApplicationGuard = 'in-time' | 'complete' | 'sealed' | 'current' | 'returnable';

/**
 * 申报: from the empty draft to what was received. What comes after, recommendation and review, moves on from
 * `submitted` in tables of its own.
 */
export const APPLICATION: Workflow<ApplicationState, ApplicationCommand, ApplicationGuard> = {
  id: 'application',
  title: '申报',
  initial: 'draft',
  states: {
    draft: { name: '填报中' },
    finalised: { name: '已定稿' },
    submitted: { name: '已提交' },
    returned: { name: '退回修改' },
    withdrawn: { name: '已放弃', final: true },
  },
  commands: {
    finalise: {
      name: '定稿',
      from: ['draft', 'returned'],
      to: 'finalised',
      by: ['applicant-admin', 'filler', 'submitter'],
      guards: ['in-time', 'complete'],
      event: 'application-finalised',
    },
    reopen: {
      name: '重新修改',
      from: ['finalised'],
      to: 'draft',
      by: ['applicant-admin', 'filler', 'submitter'],
      event: 'application-reopened',
    },
    submit: {
      name: '提交',
      from: ['finalised'],
      to: 'submitted',
      by: ['applicant-admin', 'submitter'],
      guards: ['in-time', 'current', 'complete', 'sealed'],
      event: 'application-submitted',
    },
    return: {
      name: '退回修改',
      from: ['submitted'],
      to: 'returned',
      by: ['recommender-handler', 'recommender-lead'],
      guards: ['returnable'],
      event: 'application-returned',
      asks: '理由',
    },
    withdraw: {
      name: '撤回',
      from: ['submitted'],
      to: 'draft',
      by: ['applicant-admin', 'submitter'],
      guards: ['in-time'],
      event: 'application-withdrawn',
      asks: '理由',
    },
    'give-up': {
      name: '放弃申报',
      from: ['draft', 'returned', 'finalised'],
      to: 'withdrawn',
      by: ['applicant-admin', 'submitter'],
      event: 'application-given-up',
      asks: '理由',
    },
  },
};

/** Whether the applicant may write in it: fields, papers, what is asked of others. */
export function isWritable(state: ApplicationState): boolean {
  return state === 'draft' || state === 'returned';
}
