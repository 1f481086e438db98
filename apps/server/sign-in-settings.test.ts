import { expect, test } from 'vitest';
import { signInSettingsOf } from './sign-in-settings.ts';

const production = (env: Record<string, string> = {}) =>
  signInSettingsOf(env, { demonstration: false });

test('不设就是通常的：闲置30分钟，最长12小时，官员要两步验证', () => {
  expect(production()).toEqual({
    session: { idleMinutes: 30, mostHours: 12, secondFactor: 'required' },
    publicUrl: undefined,
    letters: 'none',
    signOn: undefined,
  });
});

test('演示时免两步验证，邮件只显示', () => {
  expect(signInSettingsOf({}, { demonstration: true })).toMatchObject({
    session: { secondFactor: 'waived' },
    letters: 'shown',
  });
});

test('设了就按设的', () => {
  const env = {
    FUCHI_PUBLIC_URL: 'https://fuchi.example/',
    FUCHI_IDLE_MINUTES: '15',
    FUCHI_SESSION_HOURS: '8',
    FUCHI_SIGN_ON_ISSUER: 'https://province.example',
    FUCHI_SIGN_ON_CLIENT: 'fuchi',
    FUCHI_SIGN_ON_TITLE: '示例统一身份认证',
  };
  expect(production(env)).toMatchObject({
    session: { idleMinutes: 15, mostHours: 8 },
    publicUrl: 'https://fuchi.example',
    signOn: { title: '示例统一身份认证' },
  });
});

test.each([
  [{ FUCHI_PUBLIC_URL: 'fuchi.example' }, 'FUCHI_PUBLIC_URL'],
  [{ FUCHI_PUBLIC_URL: 'https://fuchi.example/portal' }, 'FUCHI_PUBLIC_URL'],
  [{ FUCHI_PUBLIC_URL: 'javascript:alert(1)' }, 'FUCHI_PUBLIC_URL'],
  [{ FUCHI_IDLE_MINUTES: '1' }, '5 到 240'],
  [{ FUCHI_SESSION_HOURS: '半天' }, '1 到 24'],
  [{ FUCHI_SIGN_ON_ISSUER: 'https://province.example' }, 'FUCHI_SIGN_ON_CLIENT'],
  [
    {
      FUCHI_SIGN_ON_ISSUER: 'http://province.example',
      FUCHI_SIGN_ON_CLIENT: 'a',
      FUCHI_PUBLIC_URL: 'https://a.example',
    },
    'https://',
  ],
])('%o 说清楚错在哪里', (env, says) => {
  expect(() => production(env)).toThrow(says);
});
