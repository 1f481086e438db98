import { CHAIN_ROLES } from '@fuchi/record-sign-off/contract';
import type { Workflow } from '@fuchi/workflow/workflow';
import type { ChainCommand } from './contract-chains.ts';

export const ROUND_STATES = ['draft', 'signing', 'open', 'closed', 'withdrawn'] as const;
export type RoundState = (typeof ROUND_STATES)[number];
export type RoundCommand =
  | 'save'
  | 'send'
  | 'recall'
  | 'publish'
  | 'decline'
  | 'change'
  | 'close'
  | 'reopen'
  | 'cancel'
  | 'discard';
/**
 * complete: nothing is missing or contradicts itself; past: every deadline has passed; none-waiting: no change of it
 * waits for signatures.
 */
export type RoundGuard = 'complete' | 'past' | 'none-waiting';

/**
 * 申报批次. Published it is `open`, whether or not its opening clock has come: what may be done when, its clocks say by
 * themselves, on every server at the same moment.
 */
export const ROUND: Workflow<RoundState, RoundCommand, RoundGuard> & {
  readonly commands: Readonly<Record<RoundCommand, { readonly signOff?: ChainCommand }>>;
} = {
  id: 'round',
  title: '申报批次',
  initial: 'draft',
  states: {
    draft: { name: '编制中' },
    signing: { name: '签批中' },
    open: { name: '已发布' },
    closed: { name: '已结束' },
    withdrawn: { name: '已撤销', final: true },
  },
  commands: {
    save: {
      name: '保存',
      from: ['draft'],
      to: 'draft',
      by: ['planning'],
      event: 'round-saved',
    },
    send: {
      name: '送签',
      from: ['draft'],
      to: 'signing',
      by: ['planning'],
      guards: ['complete'],
      event: 'round-sent',
      asks: '意见',
    },
    recall: {
      name: '撤回送签',
      from: ['signing'],
      to: 'draft',
      by: ['planning'],
      event: 'round-recalled',
      asks: '理由',
    },
    publish: {
      name: '发布',
      from: ['signing'],
      to: 'open',
      by: CHAIN_ROLES,
      event: 'round-published',
      signOff: 'round-publish',
    },
    decline: {
      name: '不同意',
      from: ['signing'],
      to: 'draft',
      by: CHAIN_ROLES,
      event: 'round-declined',
      asks: '意见',
    },
    change: {
      name: '变更',
      from: ['open'],
      to: 'open',
      by: ['planning'],
      guards: ['complete', 'none-waiting'],
      event: 'round-changed',
      asks: '理由',
      signOff: 'round-change',
    },
    close: {
      name: '结束',
      from: ['open'],
      to: 'closed',
      by: ['planning'],
      guards: ['past', 'none-waiting'],
      event: 'round-closed',
    },
    reopen: {
      name: '重新开放',
      from: ['closed'],
      to: 'open',
      by: ['planning'],
      guards: ['complete', 'none-waiting'],
      event: 'round-reopened',
      asks: '理由',
      signOff: 'round-change',
    },
    cancel: {
      name: '撤销批次',
      from: ['open'],
      to: 'withdrawn',
      by: ['planning'],
      guards: ['none-waiting'],
      event: 'round-cancelled',
      asks: '理由',
      signOff: 'round-change',
    },
    discard: {
      name: '作废',
      from: ['draft'],
      to: 'withdrawn',
      by: ['planning'],
      event: 'round-discarded',
      asks: '理由',
    },
  },
};
