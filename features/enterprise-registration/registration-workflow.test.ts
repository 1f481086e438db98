import { tableFaults } from '@fuchi/workflow/table-faults';
import { buttons, decide } from '@fuchi/workflow/workflow';
import { workflowPage } from '@fuchi/workflow/workflow-page';
import { describe, expect, test } from 'vitest';
import { commandRefusedText } from './registration-text.ts';
import { REGISTRATION } from './registration-workflow.ts';

describe('企业注册的流程', () => {
  test('表没有走不到、走不出的状态', () => {
    expect(tableFaults(REGISTRATION)).toEqual([]);
  });

  test('docs/workflows/registration.md 就是这张表', async () => {
    const page = workflowPage(REGISTRATION, {
      'not-own': '不是自己提交的',
      'code-free': '代码没有被别的单位注册',
      'unit-there': '要接管的单位还在',
      'person-free': '申请人可以担任管理员',
    });
    await expect(page).toMatchFileSnapshot('../../docs/workflows/registration.md');
  });

  test.each([
    ['submitted', 'recommender-handler', ['approve', 'return', 'refuse']],
    ['submitted', 'applicant-admin', ['withdraw']],
    ['returned', 'recommender-lead', []],
    ['returned', 'applicant-admin', ['resubmit', 'withdraw']],
    ['approved', 'recommender-lead', []],
    ['submitted', 'planning', []],
  ] as const)('%s 时 %s 的按钮', (state, role, commands) => {
    expect(buttons(REGISTRATION, state, role, {}).map(({ command }) => command)).toEqual(commands);
  });

  test('退回和不予通过要写理由，说的是人话', () => {
    const given = { role: 'recommender-lead', findings: {}, said: ' ' } as const;
    for (const command of ['return', 'refuse']) {
      const decision = decide(REGISTRATION, 'submitted', command, given);
      expect(decision.ok ? '' : commandRefusedText(decision.refused)).toBe('请写明理由');
    }
    const own = { ...given, said: '同意', findings: { 'not-own': {} } };
    const decision = decide(REGISTRATION, 'submitted', 'approve', own);
    expect(decision.ok ? '' : commandRefusedText(decision.refused)).toBe(
      '这是您自己提交的注册，请由同事审核',
    );
  });
});
