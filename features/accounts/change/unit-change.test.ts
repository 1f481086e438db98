import { tableFaults } from '@fuchi/workflow/table-faults';
import { buttons, decide, type Findings } from '@fuchi/workflow/workflow';
import { describe, expect, test } from 'vitest';
import { UNIT_CHANGE, type UnitChangeGuard, type UnitChangeState } from './unit-change-workflow.ts';

const RECEIVING: Findings<UnitChangeGuard> = { asking: {} };
const ASKING: Findings<UnitChangeGuard> = { receiving: {} };

test('表没有缺漏', () => {
  expect(tableFaults(UNIT_CHANGE)).toEqual([]);
});

describe('谁能做什么', () => {
  const names = (
    state: UnitChangeState,
    role: Parameters<typeof buttons>[2],
    f: Findings<UnitChangeGuard>,
  ) =>
    buttons(UNIT_CHANGE, state, role, f)
      .filter(({ held }) => held === undefined)
      .map(({ command }) => command);

  test.each([
    ['待对方同意时，提出的单位只能撤回', 'consent', 'applicant-admin', ASKING, ['withdraw']],
    ['对方可以同意或不同意', 'consent', 'applicant-admin', RECEIVING, ['agree', 'decline']],
    ['推荐单位还不能审核', 'consent', 'recommender-handler', {}, []],
    [
      '待审核时，推荐单位可以同意或不同意',
      'submitted',
      'recommender-lead',
      {},
      ['approve', 'refuse'],
    ],
    ['待审核时，提出的单位还能撤回', 'submitted', 'applicant-admin', ASKING, ['withdraw']],
    ['待审核时，对方不能再改口', 'submitted', 'applicant-admin', RECEIVING, []],
    ['填报人不行', 'consent', 'filler', {}, []],
    ['系统管理员不行', 'submitted', 'system-admin', {}, []],
    ['定了以后都不行', 'approved', 'recommender-lead', {}, []],
  ] as const)('%s', (_, state, role, findings, expected) => {
    expect(names(state, role, findings)).toEqual(expected);
  });

  test('有单位已关闭，就不能同意', () => {
    const decision = decide(UNIT_CHANGE, 'submitted', 'approve', {
      role: 'recommender-lead',
      findings: { 'units-there': { unit: '示例公司' } },
      said: '',
    });
    expect(decision).toMatchObject({ ok: false, refused: { code: 'guard', guard: 'units-there' } });
  });

  test('不同意要说理由', () => {
    const asked = { role: 'recommender-lead', findings: {}, said: ' ' } as const;
    expect(decide(UNIT_CHANGE, 'submitted', 'refuse', asked)).toMatchObject({
      refused: { code: 'nothing-said', asks: '理由' },
    });
  });
});
