import type { CheckedGuide, FactSpec } from '@fuchi/policy/checked-guide';
import { invoiceInside } from '@fuchi/values/invoice-inside';
import { halfWidth, NUMBER_KINDS, type NumberKind, usedNumberKey } from '@fuchi/values/used-number';

/** The columns of a list that hold one number which may not stand twice. */
export interface NumberColumns {
  readonly list: FactSpec;
  readonly kind: NumberKind;
  readonly number: FactSpec;
  /** What an invoice has before its number; undefined where the list writes both in one or has none. */
  readonly code: FactSpec | undefined;
  /** 连同: with which columns of the row the number is the same one; none: the number alone tells. */
  readonly beside: readonly FactSpec[];
}

/** Every number a guide's lists hold. @example numberColumns(guide).map(({ kind }) => kind) // ['invoice', 'device', …] */
export function numberColumns(guide: CheckedGuide): readonly NumberColumns[] {
  const found = kept.get(guide) ?? columnsOf(guide);
  kept.set(guide, found);
  return found;
}

/** Asked with every save: looked for once per guide. */
const kept = new WeakMap<CheckedGuide, readonly NumberColumns[]>();

function columnsOf(guide: CheckedGuide): readonly NumberColumns[] {
  return Object.values(guide.facts).flatMap((list) =>
    KINDS.flatMap((kind): readonly NumberColumns[] => {
      const number = list.columns.find((column) => column.number === NUMBER_KINDS[kind]);
      const code = list.columns.find((column) => column.number === '发票代码');
      if (!number) return [];
      const beside = list.columns.filter(({ id }) => number.numberWith?.includes(id));
      return [{ list, kind, number, code: kind === 'invoice' ? code : undefined, beside }];
    }),
  );
}

/** A number of the application itself, outside of any list: 项目代码. */
export interface PlainNumber {
  readonly fact: FactSpec;
  readonly kind: NumberKind;
}

export function plainNumbers(guide: CheckedGuide): readonly PlainNumber[] {
  return Object.values(guide.facts).flatMap((fact) => {
    const kind = KINDS.find((one) => NUMBER_KINDS[one] === fact.number);
    return kind ? [{ fact, kind }] : [];
  });
}

/**
 * The numbers a cell holds: of devices there may be several on one invoice.
 * @example numbersIn('device', 'SN-001、SN-002') // ['SN-001', 'SN-002']
 */
export function numbersIn(kind: NumberKind, cell: string): readonly string[] {
  return kind === 'device'
    ? cell.split(/[、，,；;\n]+/u).filter((one) => one.trim() !== '')
    : [cell];
}

/**
 * What stands beside a number in its one form, so that it can be compared; '' unless all of it is told.
 * @example companionOf(['示例机床（集团）有限公司']) === companionOf(['示例机床(集团) 有限公司']) // true
 */
export function companionOf(cells: readonly string[]): string {
  const plain = cells.map((cell) =>
    halfWidth(cell)
      .replace(/[^\p{L}\p{N}]/gu, '')
      .slice(0, LONGEST_KEY),
  );
  return plain.includes('') ? '' : plain.join(' ').slice(0, LONGEST_COMPANION);
}

export type NumberKey =
  /** `odd`: it isn't written as invoices and customs duty papers are. */
  | { readonly state: 'key'; readonly key: string; readonly odd?: true }
  | { readonly state: 'empty' }
  /** Eight digits without the code before them are many invoices' number: nothing can be found by them. */
  | { readonly state: 'no-code' }
  | { readonly state: 'too-long' };

/**
 * The key by which a number is found again. An invoice written with other words around it is found by its digits; what
 * stands in an invoice's place and isn't one, an invoice from abroad or a slip, by its characters.
 * @example numberKey('invoice', '3200192130', '123456') // { state: 'key', key: '320019213000123456' }
 */
export function numberKey(kind: NumberKind, code: string, number: string): NumberKey {
  const read = usedNumberKey({ kind, code, number });
  if (read.ok) return keyOf(read.value);
  if (read.code === 'empty' || read.code === 'no-code') return { state: read.code };
  if (kind === 'invoice' && read.code !== 'too-long') {
    const digits = invoiceInside(code, number);
    const inside = usedNumberKey({ kind, code: '', number: digits ?? '' });
    if (inside.ok) return { state: 'key', key: inside.value, odd: true };
    if (inside.code === 'no-code') return { state: 'no-code' };
  }
  const plain = usedNumberKey({ kind: 'record', code, number });
  const key: NumberKey = plain.ok ? keyOf(plain.value) : { state: 'too-long' };
  return key.state === 'key' && kind === 'invoice' ? { ...key, odd: true } : key;
}

function keyOf(key: string): NumberKey {
  return key.length <= LONGEST_KEY ? { state: 'key', key } : { state: 'too-long' };
}

const LONGEST_KEY = 100;
const LONGEST_COMPANION = 400;
const KINDS = Object.keys(NUMBER_KINDS) as NumberKind[];
