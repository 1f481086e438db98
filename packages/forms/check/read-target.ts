import type { Measure } from '@fuchi/guide/form';
import { halfWidth, parseDecimal } from '@fuchi/values/decimal';
import { formatMoney, MONEY_UNITS, type MoneyUnit, parseMoney } from '@fuchi/values/money';
import type { Rational } from '@fuchi/values/rational';

/** A target as a number in its row's unit, or why it is none. */
export type ReadTarget =
  | { readonly ok: true; readonly value: Rational }
  | { readonly ok: false; readonly code: string; readonly facts: Readonly<Record<string, string>> };

/** What makes a target a bound or a guess. A target is one figure: acceptance is measured against it. */
const ABOUT =
  /^(?:[≥≧>≤≦<~～≈＝=约近达超]|大约|至少|不少于|不低于|超过|大于|高于|不超过|不高于|小于|低于)|(?:以上|以下|左右|余|多|起)$/u;
const SPAN = /^[\d,.]+\s*%?\s*[-~～—至到]+\s*[\d,.]+/u;

/**
 * Reads what stands where a number is asked. The row's own unit may stand behind it; another may not.
 * @param ownUnit the unit the applicant told, where the form prints none
 * @example readTarget('98.5%', measure, '') // { ok: true, value: 197/2 }
 * @example readTarget('3亿元', measure, '') // { ok: false, code: 'target-money-unit', facts: { …, amount: '30000' } }
 */
export function readTarget(text: string, measure: Measure, ownUnit: string): ReadTarget {
  const unit = halfWidth(measure.ownUnit ? ownUnit : measure.unit).trim();
  const plain = halfWidth(text).trim();
  const given = text.trim();
  const read = parseDecimal(withoutUnit(plain, unit));
  if (read.ok) return read;
  if (ABOUT.test(plain) || SPAN.test(plain)) return refuse('target-not-exact', { given });
  if (read.code === 'too-long') return refuse('target-too-long', { given });
  if (read.code === 'bad-grouping') return refuse('target-grouping', { given });
  const match = /^([-+]?[\d,]*\.?\d+)\s*([^\d\s.,].*)$/u.exec(plain);
  const [, digits = '', written = ''] = match ?? [];
  if (match === null || !parseDecimal(digits).ok)
    return refuse('target-not-a-number', { given, unit });
  if (isMoneyUnit(unit) && isMoneyUnit(written)) {
    const amount = parseMoney(`${digits}${written}`);
    if (amount.ok)
      return refuse('target-money-unit', { given, unit, amount: formatMoney(amount.value, unit) });
  }
  return refuse('target-unit', { given, written, unit, digits });
}

function refuse(code: string, facts: Readonly<Record<string, string>>): ReadTarget {
  return { ok: false, code, facts };
}

/** Of a unit printed as “台/套数” either part may be written. */
function withoutUnit(text: string, unit: string): string {
  if (unit === '') return text;
  const written = [unit, ...unit.split('/')].find((u) => u !== '' && text.endsWith(u));
  return written === undefined ? text : text.slice(0, -written.length);
}

function isMoneyUnit(text: string): text is MoneyUnit {
  return MONEY_UNITS.some((unit) => unit === text);
}
