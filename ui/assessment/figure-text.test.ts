import { expect, test } from 'vitest';
import { figureText } from './figure-text.ts';

test.each([
  ['1234.5', '1,234.5万元'],
  [{ atLeast: '200', atMost: '500' }, '200至500万元'],
  [{ atLeast: '0', atMost: '2000' }, '不超过2,000万元'],
  [{ atLeast: '300', atMost: null }, '不低于300万元'],
  [{ atLeast: '0', atMost: null }, '尚不能算出'],
  [null, '尚不能算出'],
])('%j', (value, text) => {
  expect(figureText(value, '万元')).toBe(text);
});
