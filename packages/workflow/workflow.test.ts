import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagram } from './diagram.ts';
import { REQUEST } from './request.fixture.ts';
import { ALL_ROLES, type Role } from './role.ts';
import { tableFaults } from './table-faults.ts';
import { buttons, decide } from './workflow.ts';

const given = (role: Role, said = '') => ({ role, said, findings: {} });

describe('一项命令能不能做', () => {
  test('条件都满足就换状态，并说出要写的事件', () => {
    expect(decide(REQUEST, 'draft', 'submit', given('submitter'))).toEqual({
      ok: true,
      to: 'submitted',
      event: 'request-submitted',
      signOff: undefined,
    });
  });

  test('要签批的命令说出走哪条链', () => {
    const decision = decide(REQUEST, 'submitted', 'approve', given('recommender-lead'));
    expect(decision).toMatchObject({ ok: true, signOff: '两级' });
  });

  test.each([
    ['没有这项命令', 'draft', 'toString', given('submitter'), { code: 'unknown-command' }],
    ['角色不对', 'draft', 'submit', given('filler'), { code: 'wrong-role', by: ['submitter'] }],
    [
      '状态不对',
      'approved',
      'submit',
      given('submitter'),
      { code: 'wrong-state', state: 'approved' },
    ],
    [
      '没有写理由',
      'submitted',
      'return',
      given('recommender-handler', ' \n'),
      { code: 'nothing-said', asks: '理由' },
    ],
  ] as const)('%s', (_name, state, command, by, refused) => {
    expect(decide(REQUEST, state, command, by)).toMatchObject({ ok: false, refused });
  });

  test('拦住的条件按表上的次序说第一个，连同事实', () => {
    const findings = { 'in-time': { deadline: '2022-04-30' }, complete: { missing: '3' } };
    expect(decide(REQUEST, 'draft', 'submit', { role: 'submitter', said: '', findings })).toEqual({
      ok: false,
      refused: { code: 'guard', guard: 'complete', facts: { missing: '3' } },
    });
  });

  test('角色不对时不说状态：外人不该知道', () => {
    const decision = decide(REQUEST, 'approved', 'approve', given('filler'));
    expect(decision).toMatchObject({ refused: { code: 'wrong-role' } });
  });
});

describe('按钮', () => {
  test('只有这个角色在这个状态能做的，按表的次序', () => {
    const names = (role: Role) => buttons(REQUEST, 'submitted', role, {}).map((b) => b.name);
    expect(names('recommender-handler')).toEqual(['退回', '同意', '备注']);
    expect(names('submitter')).toEqual(['撤回']);
    expect(names('auditor')).toEqual([]);
  });

  test('被条件拦住的按钮还在，并说为什么', () => {
    const [button] = buttons(REQUEST, 'draft', 'submitter', { complete: { missing: '2' } });
    expect(button).toMatchObject({
      command: 'submit',
      held: { code: 'guard', facts: { missing: '2' } },
    });
  });

  test('有按钮的命令都做得成，没有按钮的都做不成', () => {
    const states = Object.keys(REQUEST.states) as (keyof typeof REQUEST.states)[];
    const commands = Object.keys(REQUEST.commands);
    fc.assert(
      fc.property(
        fc.constantFrom(...states),
        fc.constantFrom(...commands),
        fc.constantFrom(...ALL_ROLES),
        fc.boolean(),
        (state, command, role, complete) => {
          const findings = complete ? {} : { complete: {} };
          const button = buttons(REQUEST, state, role, findings).find((b) => b.command === command);
          const { ok } = decide(REQUEST, state, command, { role, findings, said: '同意' });
          expect(ok).toBe(button !== undefined && button.held === undefined);
        },
      ),
    );
  });
});

describe('表本身', () => {
  test('没有到不了的、走不出的状态，没有终态之后的命令', () => {
    expect(tableFaults(REQUEST)).toEqual([]);
  });

  test('毛病都找得出来', () => {
    const { submit, withdraw, ...others } = REQUEST.commands;
    const broken = {
      ...REQUEST,
      states: { ...REQUEST.states, draft: { name: '填写中', final: true } as const },
      commands: {
        ...others,
        submit: { ...submit, from: [] },
        withdraw: { ...withdraw, from: ['draft'] as const },
      },
    };
    expect(tableFaults(broken)).toEqual([
      { code: 'leaves-final', state: 'draft', command: 'withdraw' },
      { code: 'unreachable', state: 'submitted' },
      { code: 'unreachable', state: 'approved' },
    ]);
    const stuck = {
      ...REQUEST,
      commands: {
        ...REQUEST.commands,
        return: { ...others.return, to: 'submitted' as const },
        approve: { ...others.approve, from: [] },
        withdraw: { ...withdraw, from: ['draft'] as const },
      },
    };
    expect(tableFaults(stuck)).toContainEqual({ code: 'dead-end', state: 'submitted' });
  });

  test('图上有每个状态、每项命令和谁能做', () => {
    expect(diagram(REQUEST)).toBe(`stateDiagram-v2
  state "填写中" as draft
  state "已提交" as submitted
  state "已同意" as approved
  state "已撤回" as withdrawn
  [*] --> draft
  draft --> submitted: 提交（提交人）
  submitted --> draft: 退回（推荐单位经办人）
  submitted --> approved: 同意（推荐单位经办人、推荐单位负责人，经两级签批）
  draft --> withdrawn: 撤回（提交人）
  submitted --> withdrawn: 撤回（提交人）
  submitted --> submitted: 备注（推荐单位经办人）
  approved --> [*]
  withdrawn --> [*]`);
  });
});
