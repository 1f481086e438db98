import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatPercentagePoint,
  formatRatio,
  formatRatioRounded,
  parsePercentagePoint,
  parseRatio,
} from './ratio.ts';
import { eq, rational, toFraction } from './rational.ts';

const read = (text: string): string => {
  const parsed = parseRatio(text);
  return parsed.ok ? toFraction(parsed.value) : parsed.code;
};

describe('a ratio', () => {
  it.each([
    ['10%', '1/10'],
    ['12.5 %', '1/8'],
    ['２０％', '1/5'],
    ['3‰', '3/1000'],
    ['0.1', '1/10'],
    ['3/20', '3/20'],
    ['6／40', '3/20'],
    ['-1/4', '-1/4'],
    ['120%', '6/5'],
    ['10个百分点', 'percentage-point'],
    ['1/0', 'zero-denominator'],
    ['%', 'empty'],
    ['1/', 'empty'],
    ['10%%', 'not-a-number'],
    ['1/2/3', 'not-a-number'],
    ['10％左右', 'not-a-number'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('is written exactly, as percent or else as a fraction, and reads back', () => {
    expect(formatRatio(rational(1, 8))).toBe('12.5%');
    expect(formatRatio(rational(1, 3))).toBe('1/3');
    expect(formatRatioRounded(rational(1, 3), 2, 'half-up')).toBe('33.33%');
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 1000 }), (n, d) => {
        const parsed = parseRatio(formatRatio(rational(n, d)));
        expect(parsed.ok && eq(parsed.value, rational(n, d))).toBe(true);
      }),
    );
  });
});

describe('a percentage point', () => {
  it.each([
    ['10个百分点', '1/10'],
    ['0.5 百分点', '1/200'],
    ['-2个百分点', '-1/50'],
  ])('%s is %s', (text, expected) => {
    const parsed = parsePercentagePoint(text);
    expect(parsed.ok && toFraction(parsed.value)).toBe(expected);
  });

  it('is no percentage', () => {
    expect(parsePercentagePoint('10%')).toMatchObject({ code: 'no-percentage-point' });
    expect(parsePercentagePoint('个百分点')).toMatchObject({ code: 'empty' });
    expect(formatPercentagePoint(rational(1, 200))).toBe('0.5个百分点');
  });
});
