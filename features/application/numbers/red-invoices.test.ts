import { type Rational, rational, toDecimal } from '@fuchi/values/rational';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redFaults, withoutPairs } from './red-invoices.ts';

const list = (...amounts: (number | undefined)[]) =>
  redFaults(amounts.map((n): Rational | undefined => (n === undefined ? undefined : rational(n))));

test('冲销清单里的发票，全部或一部分，没有问题', () => {
  expect(list(100, -100, 50)).toEqual({ larger: [], beyond: undefined });
  expect(list(-30, 100, -20)).toEqual({ larger: [], beyond: undefined });
  expect(list()).toEqual({ larger: [], beyond: undefined });
});

test('比清单里哪一张都大的红字发票，指出是哪一行', () => {
  expect(list(60, 60, -80)).toEqual({ larger: [2], beyond: undefined });
});

test('没有蓝字发票的红字发票', () => {
  const { larger, beyond } = list(-5);
  expect(larger).toEqual([0]);
  expect(beyond && toDecimal(beyond)).toBe('5');
});

test('几张红字发票合起来多于蓝字发票', () => {
  const { larger, beyond } = list(50, -40, -30);
  expect(larger).toEqual([]);
  expect(beyond && toDecimal(beyond)).toBe('20');
});

test('有一行金额没有填，就不下结论', () => {
  expect(list(-5, undefined)).toEqual({ larger: [], beyond: undefined });
});

/** Whether every red amount finds an invoice that still has as much left, tried in all ways. */
function fits(blue: readonly number[], red: readonly number[]): boolean {
  const [first, ...rest] = red;
  if (first === undefined) return true;
  return blue.some(
    (left, i) =>
      left >= first &&
      fits(
        blue.map((b, j) => (j === i ? b - first : b)),
        rest,
      ),
  );
}

test('能够一一冲销的清单从不被指出问题；净额与逐张相减的一样', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 4 });
  fc.assert(
    fc.property(sizes, sizes, (blue, red) => {
      const { larger, beyond } = list(...blue, ...red.map((n) => -n));
      if (fits(blue, red)) expect({ larger, beyond }).toEqual({ larger: [], beyond: undefined });
      if (red.length === 1) expect(larger.length === 0).toBe(fits(blue, red));
      let left = 0;
      for (const n of blue) left += n;
      for (const n of red) left -= n;
      expect(beyond === undefined ? 0 : Number(toDecimal(beyond))).toBe(Math.max(0, -left));
    }),
  );
});

test('写明冲销哪一张的，两行相抵；没有填金额的、不是红字的不动', () => {
  const left = (amounts: readonly (number | undefined)[], red: number, blue: number) =>
    withoutPairs(
      amounts.map((n) => (n === undefined ? undefined : rational(n))),
      [{ red, blue }],
    ).map((n) => (n === undefined ? undefined : Number(toDecimal(n))));
  expect(left([100, -80, -5], 1, 0)).toEqual([20, 0, -5]);
  expect(left([50, -80], 1, 0)).toEqual([0, 0]);
  expect(left([undefined, -80], 1, 0)).toEqual([undefined, -80]);
  expect(left([100, 80], 1, 0)).toEqual([100, 80]);
  expect(left([-100, -80], 1, 0)).toEqual([-100, -80]);
});
