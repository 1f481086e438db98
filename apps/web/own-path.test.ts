import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';

test.each(['/account', '/rounds/1?line=merger', '/'])('本站的页面：%s', (path) => {
  expect(ownPath(path)).toBe(path);
});

test.each([
  '',
  'account',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/sign-in',
  '/sign-in?to=/account',
  '/sign-in/letters',
])('不去：%j', (path) => {
  expect(ownPath(path)).toBeUndefined();
});
