import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  displayMoney,
  formatMoney,
  formatMoneyRounded,
  inUnit,
  MONEY_UNITS,
  type Money,
  type MoneyUnit,
  moneyFrom,
  parseMoney,
} from './money.ts';
import { div, eq, ONE, rational } from './rational.ts';

function money(text: string, unit?: MoneyUnit): Money {
  const parsed = parseMoney(text, unit);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.code}`);
  return parsed.value;
}

describe('an amount with its unit', () => {
  it.each([
    ['3000万元', '30000000'],
    ['1.5 亿元', '150000000'],
    ['12元', '12'],
    ['0.01元', '0.01'],
    ['1,234.5万元', '12345000'],
    ['３０００万元', '30000000'],
    ['-200万元', '-2000000'],
    ['0.00000001亿元', '1'],
  ])('%s is %s 元', (text, yuan) => {
    expect(formatMoney(money(text), '元')).toBe(yuan);
  });

  it('takes a bare number in the unit of its form', () => {
    expect(formatMoney(money('2000', '万元'), '元')).toBe('20000000');
    expect(formatMoney(money('2000元', '万元'), '元')).toBe('2000');
    expect(parseMoney('2000')).toMatchObject({ code: 'no-unit' });
  });

  it.each([
    ['3000万', 'unknown-unit'],
    ['3000美元', 'unknown-unit'],
    ['3000万元整', 'unknown-unit'],
    ['万元', 'empty'],
    ['三千万元', 'not-a-number'],
    ['1e3万元', 'not-a-number'],
    ['12,34万元', 'bad-grouping'],
    ['', 'empty'],
  ])('%s is refused: %s', (text, code) => {
    expect(parseMoney(text)).toMatchObject({ ok: false, code });
  });

  it('is the same amount in every unit', () => {
    const cents = fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n });
    fc.assert(
      fc.property(cents, fc.constantFrom(...MONEY_UNITS), (n, unit) => {
        const amount = moneyFrom(rational(n, 100), '元');
        expect(moneyFrom(inUnit(amount, unit), unit)).toStrictEqual(amount);
        expect(eq(money(formatMoney(amount, unit) + unit), amount)).toBe(true);
        const factor = { 元: 1n, 万元: 10_000n, 亿元: 100_000_000n }[unit];
        expect(eq(inUnit(amount, unit), rational(n, 100n * factor))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('amounts as text', () => {
  const third = moneyFrom(div(ONE, rational(3)) ?? ONE, '万元');

  it('is exact, and rounds only by a named mode', () => {
    expect(formatMoney(third, '万元')).toBe('1/3');
    expect(formatMoneyRounded(third, '万元', 2, 'down')).toBe('0.33');
    expect(formatMoneyRounded(third, '元', 2, 'up')).toBe('3333.34');
  });

  it.each([
    ['3000万元', '3,000.00万元'],
    ['-1234567元', '-123.4567万元'],
    ['12元', '0.0012万元'],
    ['123456.5亿元', '1,234,565,000.00万元'],
    ['0元', '0.00万元'],
  ])('%s shows as %s', (text, shown) => {
    expect(displayMoney(money(text))).toBe(shown);
  });

  it('shows a fraction of a fen rounded half up', () => {
    expect(displayMoney(third)).toBe('0.333333万元');
    expect(displayMoney(third, '元')).toBe('3,333.33元');
  });
});
