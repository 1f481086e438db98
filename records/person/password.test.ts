import { describe, expect, test } from 'vitest';
import { isPassword, passwordHash } from './password-hash.ts';
import { passwordFaults } from './password-policy.ts';

const codes = (password: string, login = 'zhangsan') =>
  passwordFaults(password, login).map(({ code }) => code);

describe('密码的要求', () => {
  test.each([
    ['Tall-Bridge-417', []],
    ['长江大桥Bridge88', []],
    ['Short-1', ['too-short']],
    ['alllettersonlyhere', ['too-few-kinds']],
    ['Zhangsan-On-417', ['holds-login']],
    ['On-Nasgnahz-417', ['holds-login']],
    ['P@ssw0rd!!!2022', ['common']],
    ['Fuchi@2022#2023', ['common']],
    ['Bridge-12345-Ab', ['sequence']],
    ['Bridge-54321-Ab', ['sequence']],
    ['Tall-Bbbbb-4178', ['sequence']],
    [`${'长'.repeat(127)}Aa1`, ['too-long', 'sequence']],
    ['123456', ['too-short', 'too-few-kinds', 'sequence']],
  ])('%s', (password, faults) => {
    expect(codes(password)).toEqual(faults);
  });

  test('长度按字算：表情是一个字', () => {
    expect(codes('Aa1😀😁😂🤣😃😄😅😆')).toEqual(['too-short']);
  });
});

describe('密码的保存', () => {
  test('argon2id，按 OWASP 的参数，每次的盐不同', async () => {
    const [one, other] = await Promise.all([
      passwordHash('同一个密码'),
      passwordHash('同一个密码'),
    ]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(await isPassword(one, '同一个密码')).toBe(true);
    expect(await isPassword(one, '同一个密码 ')).toBe(false);
  });

  test('同样的字，两种输入法写出来是同一个密码', async () => {
    expect(await isPassword(await passwordHash('Ａbc-é'), 'Abc-e\u0301')).toBe(true);
  });

  test('没有密码的账号，什么密码都不对', async () => {
    expect(await isPassword(undefined, 'nobody has this password')).toBe(false);
  });
});
