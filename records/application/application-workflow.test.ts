import { tableFaults } from '@fuchi/workflow/table-faults';
import { decide } from '@fuchi/workflow/workflow';
import { describe, expect, test } from 'vitest';
import { APPLICATION } from './application-workflow.ts';

describe('申报的状态表', () => {
  test('每个状态走得到、走得出', () => {
    expect(tableFaults(APPLICATION)).toEqual([]);
  });

  test.each([
    ['filler', 'draft', 'finalise', true],
    ['filler', 'finalised', 'submit', false],
    ['submitter', 'finalised', 'submit', true],
    ['submitter', 'draft', 'submit', false],
    ['recommender-handler', 'submitted', 'return', true],
    ['recommender-handler', 'draft', 'return', false],
    ['planning', 'submitted', 'return', false],
  ] as const)('%s 在 %s 时 %s：%s', (role, state, command, allowed) => {
    const given = { role, findings: {}, said: '示例理由' };
    expect(decide(APPLICATION, state, command, given).ok).toBe(allowed);
  });

  test('时间已过、检查未通过、未盖章，都不提交，并说出是哪一条', () => {
    const given = { role: 'submitter', findings: { sealed: { 缺: '申报书' } }, said: '' } as const;
    expect(decide(APPLICATION, 'finalised', 'submit', given)).toEqual({
      ok: false,
      refused: { code: 'guard', guard: 'sealed', facts: { 缺: '申报书' } },
    });
  });
});
