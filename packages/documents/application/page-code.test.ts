import fc from 'fast-check';
import { encode } from 'uqr';
import { describe, expect, test } from 'vitest';
import { type PageCode, pageCodeText, readPageCode, shownDigest } from './page-code.ts';

const CODE: PageCode = {
  application: '123456',
  version: 3,
  kind: 'application',
  page: 12,
  digest: '0a1b2c3d4e5f',
};

const codes = fc.record({
  application: fc.bigInt({ min: 1n, max: 10n ** 18n - 1n }).map(String),
  version: fc.integer({ min: 1, max: 999_999_999 }),
  kind: fc.stringMatching(/^[a-z][a-z0-9-]{0,19}$/),
  page: fc.integer({ min: 1, max: 99_999 }),
  digest: fc.stringMatching(/^[0-9a-f]{12}$/),
});

describe('a page’s code', () => {
  test('says which page of which print it is', () => {
    expect(pageCodeText(CODE)).toBe('FUCHI1/123456/3/APPLICATION/12/0A1B2C3D4E5F');
  });

  test('comes back as it was written', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(readPageCode(pageCodeText(code))).toEqual(code);
      }),
    );
  });

  test('takes 29 modules, so that at 18 mm each has four dots of a 200 dpi scan', () => {
    const { size } = encode(pageCodeText(CODE), { ecc: 'M', border: 0 });
    expect(size).toBe(29);
    expect(((18 / (29 + 4)) * 200) / 25.4).toBeGreaterThan(4);
  });

  test('of a longer digest holds its first twelve digits', () => {
    expect(pageCodeText({ ...CODE, digest: `${CODE.digest}67890` })).toBe(pageCodeText(CODE));
    expect(shownDigest(`${CODE.digest}67890`)).toBe('0a1b 2c3d 4e5f');
  });

  test.each([
    'FUCHI:1-8:jiangsu-2022:1.0.0:0123456789abcdef:fedcba9876543210',
    'FUCHI2/1/1/APPLICATION/1/0A1B2C3D4E5F',
    'FUCHI1/1/1/APPLICATION/0/0A1B2C3D4E5F',
    'FUCHI1/1/1/APPLICATION/1/0A1B2C3D4E5',
    'FUCHI1/1/1/APPLICATION/1/0A1B2C3D4E5F ',
    'FUCHI1/01/1/APPLICATION/1/0A1B2C3D4E5F',
    'https://example.org/FUCHI1/1/1/APPLICATION/1/0A1B2C3D4E5F',
    '',
  ])('%j is none', (text) => expect(readPageCode(text)).toBeUndefined());
});
