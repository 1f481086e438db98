import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halfWidth, parseDecimal } from './decimal.ts';
import { eq, rational, toDecimal } from './rational.ts';

const read = (text: string): string => {
  const parsed = parseDecimal(text);
  return parsed.ok ? toDecimal(parsed.value) : parsed.code;
};

describe('a plain decimal', () => {
  it.each([
    ['3000', '3000'],
    ['-12.50', '-12.5'],
    ['+7', '7'],
    ['0.10', '0.1'],
    ['-0', '0'],
    ['007', '7'],
    ['1,234,567.8', '1234567.8'],
    ['１，２３４．５', '1234.5'],
    ['－３', '-3'],
    ['　3000　', '3000'],
    ['9007199254740993', '9007199254740993'],
    ['9'.repeat(40), '9'.repeat(40)],
    ['0.1234567890123456789012345678901234567', '0.1234567890123456789012345678901234567'],
  ])('%s is %s', (text, value) => {
    expect(read(text)).toBe(value);
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['1e400', 'not-a-number'],
    ['1E3', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['0x1F', 'not-a-number'],
    ['1 000', 'not-a-number'],
    ['.5', 'not-a-number'],
    ['5.', 'not-a-number'],
    ['--1', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['三千', 'not-a-number'],
    ['12,34', 'bad-grouping'],
    ['1,2345', 'bad-grouping'],
    ['1234,567', 'bad-grouping'],
    [',123', 'bad-grouping'],
    ['1'.repeat(41), 'too-long'],
    [`0.${'1'.repeat(40)}`, 'too-long'],
    ['9'.repeat(10_000_000), 'too-long'],
  ])('%.20s is refused: %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  it('says where the fault is and quotes a bounded piece', () => {
    expect(parseDecimal('12a')).toMatchObject({
      code: 'not-a-number',
      at: 2,
      facts: { text: '12a' },
    });
    const long = parseDecimal('9'.repeat(100_000));
    expect(long.ok ? '' : long.facts.text?.length).toBe(60);
  });

  it('reads what a person may write of any number', () => {
    const digits = fc.stringMatching(/^\d{1,20}$/);
    fc.assert(
      fc.property(
        digits,
        fc.option(digits),
        fc.boolean(),
        fc.boolean(),
        (whole, fraction, minus, wide) => {
          const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
          const n = BigInt(whole + (fraction ?? '')) * (minus ? -1n : 1n);
          const expected = rational(n, 10n ** BigInt(fraction?.length ?? 0));
          for (const body of [whole, grouped]) {
            const plain = `${minus ? '-' : ''}${body}${fraction === null ? '' : `.${fraction}`}`;
            const text = wide
              ? plain.replace(/[0-9.,-]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
              : plain;
            const parsed = parseDecimal(text);
            expect(parsed.ok && eq(parsed.value, expected)).toBe(true);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('never throws, and points inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const parsed = parseDecimal(text);
        if (!parsed.ok && parsed.at !== undefined) {
          expect(parsed.at).toBeGreaterThanOrEqual(0);
          expect(parsed.at).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

describe('half-width', () => {
  it('keeps every index', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => halfWidth(text).length === text.length),
    );
    expect(halfWidth('１０％　Ａ')).toBe('10% A');
  });
});
