import type { Workflow } from '@fuchi/workflow/workflow';

export type RegistrationState = 'submitted' | 'returned' | 'approved' | 'refused' | 'withdrawn';
export type RegistrationCommand = 'approve' | 'return' | 'refuse' | 'resubmit' | 'withdraw';
/**
 * not-own: whoever decides isn't the one who asks; code-free: no unit that exists has the code; unit-there: the unit to
 * be taken over still exists; person-free: whoever asks may hold the duty.
 */
export type RegistrationGuard = 'not-own' | 'code-free' | 'unit-there' | 'person-free';

/**
 * An enterprise asks to be let in, and its recommender looks at its papers. Whoever asks has no duty yet: as the
 * administrator he wants to become he corrects and withdraws.
 */
export const REGISTRATION: Workflow<RegistrationState, RegistrationCommand, RegistrationGuard> = {
  id: 'registration',
  title: '企业注册',
  initial: 'submitted',
  states: {
    submitted: { name: '待审核' },
    returned: { name: '退回补正' },
    approved: { name: '已通过', final: true },
    refused: { name: '不予通过', final: true },
    withdrawn: { name: '已撤回', final: true },
  },
  commands: {
    approve: {
      name: '通过',
      from: ['submitted'],
      to: 'approved',
      by: ['recommender-handler', 'recommender-lead'],
      guards: ['not-own', 'code-free', 'unit-there', 'person-free'],
      event: 'registration-approved',
    },
    return: {
      name: '退回补正',
      from: ['submitted'],
      to: 'returned',
      by: ['recommender-handler', 'recommender-lead'],
      guards: ['not-own'],
      event: 'registration-returned',
      asks: '理由',
    },
    refuse: {
      name: '不予通过',
      from: ['submitted'],
      to: 'refused',
      by: ['recommender-handler', 'recommender-lead'],
      guards: ['not-own'],
      event: 'registration-refused',
      asks: '理由',
    },
    resubmit: {
      name: '重新提交',
      from: ['returned'],
      to: 'submitted',
      by: ['applicant-admin'],
      event: 'registration-resubmitted',
    },
    withdraw: {
      name: '撤回',
      from: ['submitted', 'returned'],
      to: 'withdrawn',
      by: ['applicant-admin'],
      event: 'registration-withdrawn',
    },
  },
};

/** Whether a text is the name of a state. */
export function isRegistrationState(text: string): text is RegistrationState {
  return Object.hasOwn(REGISTRATION.states, text);
}
