import type { Workflow } from './workflow.ts';

/** A small table on which tests decide: a request that is handed in, returned, approved or withdrawn. */
export const REQUEST: Workflow<
  'draft' | 'submitted' | 'approved' | 'withdrawn',
  'submit' | 'return' | 'approve' | 'withdraw' | 'note',
  'complete' | 'in-time'
> = {
  id: 'request',
  title: '示例请求',
  initial: 'draft',
  states: {
    draft: { name: '填写中' },
    submitted: { name: '已提交' },
    approved: { name: '已同意', final: true },
    withdrawn: { name: '已撤回', final: true },
  },
  commands: {
    submit: {
      name: '提交',
      from: ['draft'],
      to: 'submitted',
      by: ['submitter'],
      guards: ['complete', 'in-time'],
      event: 'request-submitted',
    },
    return: {
      name: '退回',
      from: ['submitted'],
      to: 'draft',
      by: ['recommender-handler'],
      event: 'request-returned',
      asks: '理由',
    },
    approve: {
      name: '同意',
      from: ['submitted'],
      to: 'approved',
      by: ['recommender-handler', 'recommender-lead'],
      event: 'request-approved',
      signOff: '两级',
    },
    withdraw: {
      name: '撤回',
      from: ['draft', 'submitted'],
      to: 'withdrawn',
      by: ['submitter'],
      event: 'request-withdrawn',
    },
    note: {
      name: '备注',
      from: ['submitted'],
      to: 'submitted',
      by: ['recommender-handler'],
      event: 'request-noted',
      asks: '意见',
    },
  },
};
