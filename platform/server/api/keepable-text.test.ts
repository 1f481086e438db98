import { expect, test } from 'vitest';
import { HttpFault } from '../http-fault.ts';
import { demandKeepable } from './keepable-text.ts';

test.each([
  ['a\u0000b', ''],
  [{ name: '示例', more: [{ said: 'x' }, { said: '\ud800' }] }, 'more.1.said'],
  [{ 'a\u0000': 1 }, ''],
])('不能保存的文字，说出在哪里：%j', (value, path) => {
  const refused = () => demandKeepable(value);
  expect(refused).toThrow(HttpFault);
  expect(refused).toThrow(expect.objectContaining({ faults: [expect.objectContaining({ path })] }));
});

test.each(['示例\n\t', '\u{1F600}', null, undefined, 3, { a: [true, null, { b: '' }] }])(
  '能保存的：%j',
  (value) => {
    expect(() => demandKeepable(value)).not.toThrow();
  },
);
