import { expect, test } from 'vitest';
import { base32, stepOfCode, totpCode, totpUri } from './totp.ts';

const SECRET = Buffer.from('12345678901234567890');

// RFC 6238, appendix B, of whose eight digits the last six.
test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('RFC 6238 附录 B：%d 秒', (seconds, code) => {
  const machine = new Date(seconds * 1000);
  expect(totpCode(SECRET, machine)).toBe(code);
  expect(stepOfCode(SECRET, code, machine)).toBe(Math.floor(seconds / 30));
});

test('前后各一步算数，再远不算', () => {
  const code = totpCode(SECRET, new Date(1_000_000_020_000));
  const at = (seconds: number) =>
    stepOfCode(SECRET, code, new Date(1_000_000_020_000 + seconds * 1000)) !== undefined;
  expect([-60, -30, 0, 30, 60].map(at)).toEqual([false, true, true, true, false]);
});

test.each(['', '28708', '2870820', '28708a', '２８７０８２'])('不是六位数字：%s', (code) => {
  expect(stepOfCode(SECRET, code, new Date(59_000))).toBeUndefined();
});

test('RFC 4648 第10节的例子', () => {
  const texts = ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'];
  expect(texts.map((text) => base32(Buffer.from(text)))).toEqual([
    '',
    'MY',
    'MZXQ',
    'MZXW6',
    'MZXW6YQ',
    'MZXW6YTB',
    'MZXW6YTBOI',
  ]);
});

test('二维码的内容', () => {
  expect(totpUri(SECRET, '扶持', 'zhang@example')).toBe(
    'otpauth://totp/%E6%89%B6%E6%8C%81:zhang%40example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E6%89%B6%E6%8C%81',
  );
});
