import { ALL_ROLES } from '@fuchi/workflow/role';
import { describe, expect, test } from 'vitest';
import { disablingRefusal, leavingRefusal, mayMakeLink } from './leaving.ts';

describe('免去岗位', () => {
  test('只有单位管理员和三种管理员必须留一人', () => {
    const kept = ALL_ROLES.filter((role) => leavingRefusal({ role, own: false, others: 0 }));
    expect(kept).toEqual(['applicant-admin', 'system-admin', 'security-admin', 'audit-admin']);
    expect(ALL_ROLES.some((role) => leavingRefusal({ role, own: false, others: 1 }))).toBe(false);
  });

  test('自己的岗位不能自己免', () => {
    expect(leavingRefusal({ role: 'planning', own: true, others: 3 })).toEqual({
      code: 'own-duty',
    });
  });
});

describe('停用账号', () => {
  test('不能停用自己，也不能停用唯一的一名系统、安全、审计管理员', () => {
    expect(disablingRefusal(true, [])).toEqual({ code: 'own-account' });
    expect(
      disablingRefusal(false, [
        { role: 'planning', others: 0 },
        { role: 'audit-admin', others: 0 },
      ]),
    ).toEqual({ code: 'last-one', role: 'audit-admin' });
    expect(disablingRefusal(false, [{ role: 'audit-admin', others: 1 }])).toBeUndefined();
  });

  test('唯一的单位管理员可以停用：单位可以由他人接管', () => {
    expect(disablingRefusal(false, [{ role: 'applicant-admin', others: 0 }])).toBeUndefined();
  });
});

describe('设置密码的链接', () => {
  const own = { organisation: '7', roles: ['filler', 'submitter'] } as const;
  const filler = { organisation: '7', role: 'filler' } as const;

  test.each([
    ['本单位的填报人', [filler], true],
    ['兼提交人', [filler, { organisation: '7', role: 'submitter' }], true],
    ['也是管理员', [filler, { organisation: '7', role: 'applicant-admin' }], false],
    ['在别的单位也有岗位', [filler, { organisation: '8', role: 'filler' }], false],
    ['也是专家', [filler, { organisation: '9', role: 'expert' }], false],
    ['没有岗位', [], false],
  ] as const)('单位管理员：%s', (_, duties, may) => {
    expect(mayMakeLink(own, false, duties)).toBe(may);
  });

  test('自己的不行；系统管理员可以为别人', () => {
    const all = { organisation: undefined, roles: ALL_ROLES };
    expect(mayMakeLink(own, true, [filler])).toBe(false);
    expect(mayMakeLink(all, true, [filler])).toBe(false);
    expect(mayMakeLink(all, false, [])).toBe(true);
  });
});
