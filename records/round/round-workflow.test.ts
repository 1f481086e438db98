import { CHAIN_ROLES } from '@fuchi/record-sign-off/contract';
import { ALL_ROLES } from '@fuchi/workflow/role';
import { tableFaults } from '@fuchi/workflow/table-faults';
import { buttons, decide } from '@fuchi/workflow/workflow';
import { workflowPage } from '@fuchi/workflow/workflow-page';
import { describe, expect, test } from 'vitest';
import { CHAIN_COMMANDS, CHAINS, chainFaults, chainOf } from './contract-chains.ts';
import { ROUND, ROUND_STATES } from './round-workflow.ts';

describe('批次的状态', () => {
  test('表没有死角', () => {
    expect(tableFaults(ROUND)).toEqual([]);
  });

  test('docs/workflows/round.md 就是这张表', async () => {
    const page = workflowPage(ROUND, {
      complete: '没有缺的、没有矛盾的',
      past: '截止时间都已过去',
      'none-waiting': '没有变更正在签批',
    });
    await expect(page).toMatchFileSnapshot('../../docs/workflows/round.md');
  });

  test.each([
    ['draft', ['save', 'send', 'discard']],
    ['signing', ['recall', 'publish', 'decline']],
    ['open', ['change', 'close', 'cancel']],
    ['closed', ['reopen']],
    ['withdrawn', []],
  ] as const)('经办人在“%s”能做的', (state, expected) => {
    expect(buttons(ROUND, state, 'planning', {}).map(({ command }) => command)).toEqual(expected);
  });

  test('送签不等于发布：只有签批链能发布', () => {
    const given = { role: 'planning', said: '请审定', findings: {} } as const;
    expect(decide(ROUND, 'draft', 'send', given)).toMatchObject({ ok: true, to: 'signing' });
    expect(decide(ROUND, 'draft', 'publish', given)).toMatchObject({ ok: false });
    expect(ROUND.commands.publish.signOff).toBe('round-publish');
  });

  test('改动已发布的批次，每一种都经签批', () => {
    const moves = ROUND_STATES.flatMap((state) =>
      ALL_ROLES.flatMap((role) => buttons(ROUND, state, role, {}).map(({ command }) => command)),
    );
    const changing = moves.filter((command) =>
      ROUND.commands[command].from.some((state) => state === 'open' || state === 'closed'),
    );
    const alone = changing.filter((command) => ROUND.commands[command].signOff === undefined);
    // Ended when every deadline has passed, it takes nothing from anybody.
    expect([...new Set(alone)]).toEqual(['close']);
    expect(ROUND.commands.close.guards).toContain('past');
  });
});

describe('签批链', () => {
  test('通常的链都没有问题，没有另设的就用它', () => {
    for (const command of CHAIN_COMMANDS) {
      expect(chainFaults(CHAINS[command].steps)).toEqual([]);
      expect(chainOf({ chains: [] }, command).steps).toEqual(CHAINS[command].steps);
    }
  });

  const planning = { name: '经办', role: 'planning' } as const;
  const leader = { name: '分管领导', role: 'leader' } as const;
  const finance = { name: '财政会签', role: 'finance-head' } as const;
  test.each([
    ['财政会签可以加在后面', [planning, leader, finance], []],
    ['一个人不能定', [planning], ['too-short', 'no-leader']],
    ['没有领导', [planning, finance], ['no-leader']],
    ['不从经办开始', [leader, planning], ['not-begun-by-planning']],
  ])('%s', (_says, steps, expected) => {
    expect(chainFaults(steps).map(({ code }) => code)).toEqual(expected);
  });

  test('链上的角色都能在表里同意和不同意', () => {
    expect(ROUND.commands.publish.by).toEqual(CHAIN_ROLES);
    expect(ROUND.commands.decline.by).toEqual(CHAIN_ROLES);
  });

  test('另设的链用另设的', () => {
    const steps = [planning, leader, finance];
    expect(chainOf({ chains: [{ command: 'round-publish', steps }] }, 'round-publish').steps).toBe(
      steps,
    );
  });
});
