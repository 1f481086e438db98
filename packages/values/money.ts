import { parseDecimal } from './decimal.ts';
import { accept, type Parsed, quoted, refuse } from './parsed.ts';
import {
  div,
  isFiniteDecimal,
  mul,
  type Rational,
  type RoundingMode,
  rational,
  toDecimal,
} from './rational.ts';

declare const money: unique symbol;

/** An exact amount of yuan (元). Arithmetic on it gives a Rational, which moneyFrom(x, '元') makes money again. */
export type Money = Rational & { readonly [money]: true };

export type MoneyUnit = '元' | '万元' | '亿元';

export const MONEY_UNITS: readonly MoneyUnit[] = ['元', '万元', '亿元'];

const YUAN: Readonly<Record<MoneyUnit, Rational>> = {
  元: rational(1),
  万元: rational(10_000),
  亿元: rational(100_000_000),
};

/**
 * An amount with its unit, '3000万元', '1.5 亿元', '12元', or a bare number where the caller has a default unit.
 *
 * Codes: those of parseDecimal for the figure; 'no-unit' (bare number, no default); 'unknown-unit' (facts unit;
 * '3000万' is refused because 万 alone may count anything). Facts always hold `text`.
 *
 * @example parseMoney('1.5 亿元') // 150 000 000 元
 * @example parseMoney('2000', '万元') // 20 000 000 元
 */
export function parseMoney(text: string, defaultUnit?: MoneyUnit): Parsed<Money> {
  const start = text.search(UNIT_START);
  const figure = start < 0 ? text : text.slice(0, start);
  if (start >= 0 && figure.trim() === '' && !isUnit(text.slice(start).trim())) {
    return refuse('not-a-number', { text: quoted(text) }, start);
  }
  const amount = parseDecimal(figure);
  if (!amount.ok) return { ...amount, facts: { ...amount.facts, text: quoted(text) } };
  if (start < 0) {
    if (defaultUnit === undefined) return refuse('no-unit', { text: quoted(text) }, text.length);
    return accept(moneyFrom(amount.value, defaultUnit));
  }
  const written = text.slice(start).trim();
  if (!isUnit(written)) {
    return refuse('unknown-unit', { text: quoted(text), unit: quoted(written) }, start);
  }
  return accept(moneyFrom(amount.value, written));
}

/** The first Han character: none can stand in a figure. */
const UNIT_START = /[\u4e00-\u9fff]/;

function isUnit(text: string): text is MoneyUnit {
  return MONEY_UNITS.some((each) => each === text);
}

/** x of a unit as money. @example moneyFrom(rational(3000), '万元') // 30 000 000 元 */
export function moneyFrom(x: Rational, unit: MoneyUnit): Money {
  const yuan = unit === '元' ? x : mul(x, YUAN[unit]);
  return yuan as Money;
}

/** The amount as a number of the unit. @example inUnit(amount, '万元') */
export function inUnit(amount: Money, unit: MoneyUnit): Rational {
  if (unit === '元') return amount;
  return div(amount, YUAN[unit]) ?? amount;
}

/**
 * The exact amount in a unit, without the unit's name: a plain decimal without trailing zeros, or the fraction 'n/d'
 * where the amount has no finite decimal (use formatMoneyRounded there).
 *
 * @example formatMoney(parsed, '万元') // '3000', for 3000万元
 */
export function formatMoney(amount: Money, unit: MoneyUnit): string {
  return toDecimal(inUnit(amount, unit));
}

/** The amount in a unit rounded by a named mode, always that many decimals, without the unit's name. */
export function formatMoneyRounded(
  amount: Money,
  unit: MoneyUnit,
  decimals: number,
  mode: RoundingMode,
): string {
  return toDecimal(inUnit(amount, unit), decimals, mode);
}

/**
 * The amount for a screen: grouped by thousands, at least two decimals, with the unit. Exact down to 0.01 元;
 * what lies below is rounded half up, for the eye only.
 *
 * @example displayMoney(amount) // '3,000.00万元'; 12元 in 万元 is '0.0012万元'
 */
export function displayMoney(amount: Money, unit: MoneyUnit = '万元'): string {
  const most = CENTS[unit];
  const x = inUnit(amount, unit);
  const exact = isFiniteDecimal(x) ? toDecimal(x) : '';
  const places = exact === '' ? most : (exact.split('.')[1]?.length ?? 0);
  const text = toDecimal(x, Math.min(Math.max(places, 2), most), 'half-up');
  const [whole = '', fraction = ''] = text.split('.');
  return `${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}.${fraction}${unit}`;
}

/** Decimals that reach 0.01 元 (分). */
const CENTS: Readonly<Record<MoneyUnit, number>> = { 元: 2, 万元: 6, 亿元: 10 };
