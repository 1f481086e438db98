import type { Workflow } from '@fuchi/workflow/workflow';

export type UnitChangeState = 'consent' | 'submitted' | 'approved' | 'refused' | 'withdrawn';
export type UnitChangeCommand = 'agree' | 'decline' | 'approve' | 'refuse' | 'withdraw';
/**
 * asking, receiving: the enterprise that is acted for is the one that asks, or the one the other goes into; not-own:
 * whoever decides isn't the person who asked; units-there: every unit concerned still exists.
 */
export type UnitChangeGuard = 'asking' | 'receiving' | 'not-own' | 'units-there';

const ENTERPRISE = ['applicant-admin'] as const;
const RECOMMENDERS = ['recommender-handler', 'recommender-lead'] as const;

/** 企业更名、并入: an enterprise asks with its papers, the one it goes into agrees, its recommender decides. */
export const UNIT_CHANGE: Workflow<UnitChangeState, UnitChangeCommand, UnitChangeGuard> = {
  id: 'unit-change',
  title: '单位变更',
  // A change of name begins in the state after the consent: there is nobody to give it.
  initial: 'consent',
  states: {
    consent: { name: '待对方单位同意' },
    submitted: { name: '待推荐单位审核' },
    approved: { name: '已同意', final: true },
    refused: { name: '未同意', final: true },
    withdrawn: { name: '已撤回', final: true },
  },
  commands: {
    agree: {
      name: '同意并入',
      from: ['consent'],
      to: 'submitted',
      by: ENTERPRISE,
      guards: ['receiving', 'units-there'],
      event: 'unit-change-consented',
    },
    decline: {
      name: '不同意',
      from: ['consent'],
      to: 'refused',
      by: ENTERPRISE,
      guards: ['receiving'],
      event: 'unit-change-declined',
      asks: '理由',
    },
    approve: {
      name: '同意变更',
      from: ['submitted'],
      to: 'approved',
      by: RECOMMENDERS,
      guards: ['not-own', 'units-there'],
      event: 'unit-change-approved',
    },
    refuse: {
      name: '不同意',
      from: ['submitted'],
      to: 'refused',
      by: RECOMMENDERS,
      guards: ['not-own'],
      event: 'unit-change-refused',
      asks: '理由',
    },
    withdraw: {
      name: '撤回申请',
      from: ['consent', 'submitted'],
      to: 'withdrawn',
      by: ENTERPRISE,
      guards: ['asking'],
      event: 'unit-change-withdrawn',
    },
  },
};

/** Whether a text is the name of a state. */
export function isUnitChangeState(text: string): text is UnitChangeState {
  return Object.hasOwn(UNIT_CHANGE.states, text);
}
