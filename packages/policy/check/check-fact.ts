import type { Faults } from '@fuchi/guide/diagnostic';
import type { RowLink } from '@fuchi/guide/fact';
import type { Fact } from '@fuchi/guide/guide';
import type { Text } from '@fuchi/guide/place';
import { nearest } from '@fuchi/guide/reader';
import { cmp, ZERO } from '@fuchi/values/rational';
import type { FactSpec } from '../checked-guide.ts';
import type { LinkSpec } from '../fact-spec.ts';
import { fraction } from '../fraction.ts';
import {
  BOOL,
  counted,
  DATE,
  DAYS,
  MONEY,
  MONTHS,
  RATIO,
  TEXT,
  typeName,
  type ValueType,
} from '../value-type.ts';
import { readDate, readNumber } from './literal.ts';
import type { RowShape } from './scope.ts';

const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** Reads what a fact is; its derivations are checked later, when all names are known. */
export function specOf(
  fact: Fact,
  table: string,
  units: ReadonlySet<string>,
  definitions: ReadonlyMap<string, { readonly tax: string }>,
  faults: Faults,
): FactSpec {
  if (!NAME.test(fact.id)) faults.add(fact.at, 'bad-name', { name: fact.id });
  if (/(?<!\d)(?:19|20)\d{2}(?!\d)/.test(fact.id))
    faults.add(fact.at, 'year-in-name', { name: fact.id });
  const type = typeOf(fact, table, units, faults);
  const [least, most] = rangeOf(fact, type, units, faults);
  if (fact.definition) {
    const definition = definitions.get(fact.definition.text);
    if (!definition) {
      faults.add(fact.definition.at, 'unknown-definition', {
        name: fact.definition.text,
        nearest: nearest(fact.definition.text, [...definitions.keys()]) ?? '',
      });
    } else if (definition.tax !== '' && fact.kind === '金额' && fact.tax === undefined) {
      faults.add(fact.at, 'amount-without-tax', { fact: fact.id, tax: definition.tax });
    } else if (definition.tax !== '' && fact.tax !== undefined && fact.tax !== definition.tax) {
      faults.add(fact.at, 'tax-differs', { fact: fact.id, given: fact.tax, tax: definition.tax });
    }
  }
  return {
    id: fact.id,
    label: fact.label.text,
    kind: fact.kind,
    type,
    unit: unitOf(fact),
    least,
    most,
    integer: fact.kind === '数量' && !fact.decimal,
    options: fact.options.map((o) => o.text),
    columns: fact.columns.map((c) => specOf(c, `${table}.${c.id}`, units, definitions, faults)),
    derivations: [],
    decidedBy: fact.decidedBy?.text ?? '',
    supplied: fact.supplied ?? '',
    definition: fact.definition?.text ?? '',
    says: fact.says,
    question: fact.question,
    certifier: fact.certifier,
    evidence: fact.evidence,
    statedBy: fact.statedBy,
    number: fact.number ?? '',
    ...(fact.numberWith.length > 0 && { numberWith: fact.numberWith.map((c) => c.text) }),
    ...(!fact.summed && { summed: false as const }),
    ...(fact.link && { link: linkOf(fact.link) }),
  };
}

function linkOf({ list, column, amount, atMost, date, notBefore }: RowLink): LinkSpec {
  return {
    list,
    column,
    ...(amount && atMost && { sum: { amount: amount.text, atMost: atMost.text } }),
    ...(date && notBefore && { order: { date: date.text, notBefore: notBefore.text } }),
  };
}

function unitOf(fact: Fact): string {
  if (fact.unit) return fact.unit.text;
  switch (fact.kind) {
    case '金额':
      return '万元';
    case '比例':
      return '%';
    case '年限':
      return '年';
    case '天数':
      return '天';
    case '明细':
      return '个';
    default:
      return '';
  }
}

function typeOf(fact: Fact, table: string, units: ReadonlySet<string>, faults: Faults): ValueType {
  switch (fact.kind) {
    case '金额':
      return MONEY;
    case '比例':
      return RATIO;
    case '年限':
      return MONTHS;
    case '天数':
      return DAYS;
    case '日期':
      return DATE;
    case '是否':
      return BOOL;
    case '文字':
      return TEXT;
    case '地区':
      return { kind: 'region' };
    case '选项':
    case '多选':
      return {
        kind: 'choice',
        options: fact.options.map((o) => o.text),
        many: fact.kind === '多选',
      };
    case '明细':
      return { kind: 'rows', table };
    case '数量': {
      const unit = fact.unit;
      if (!unit) faults.add(fact.at, 'count-without-unit', { fact: fact.id });
      else if (!units.has(unit.text)) {
        const near = nearest(unit.text, [...units]) ?? '';
        faults.add(unit.at, 'unknown-unit', { unit: unit.text, written: unit.text, nearest: near });
      }
      return counted(unit?.text ?? '个');
    }
  }
}

/** Without a range, amounts and counts don't go below zero and a share stays within 0 and 100 %. */
function rangeOf(
  fact: Fact,
  type: ValueType,
  units: ReadonlySet<string>,
  faults: Faults,
): [string, string] {
  if (type.kind !== 'number') {
    if (fact.range) faults.add(fact.range.at, 'range-without-number', { fact: fact.id });
    return ['', ''];
  }
  const range = fact.range;
  if (!range) {
    if (type.dimension === 'date') return ['', ''];
    return ['0/1', type.dimension === 'ratio' ? '1/1' : ''];
  }
  const ends = range.text.split('..');
  const [from, to] = [ends[0] ?? '', ends[1] ?? ''];
  const least = endOf(from, range, type, units, faults);
  const most = endOf(to, range, type, units, faults);
  if (ends.length !== 2) faults.add(range.at, 'bad-range', { written: range.text });
  else if (least !== '' && most !== '' && cmp(fraction(least), fraction(most)) > 0) {
    faults.add(range.at, 'ends-before-start', { from, to });
  }
  return [least, most];
}

function endOf(
  written: string,
  at: Text,
  type: ValueType,
  units: ReadonlySet<string>,
  faults: Faults,
): string {
  const text = written.trim();
  if (text === '') return '';
  if (type.kind === 'number' && type.dimension === 'date') {
    const date = readDate(text);
    if (date.ok) return date.value;
    faults.add(at.at, date.code, date.facts);
    return '';
  }
  const match = /^(-?)(\d+(?:\.\d+)?)(.*)$/u.exec(text);
  // A range's end may pass 100 %: growth rates do. The slip guarded against is a share in a rule.
  const read =
    match?.[3] === '%'
      ? { ok: true as const, type: RATIO, value: percent(match[2] ?? '0') }
      : readNumber(match?.[2] ?? '', match?.[3] ?? '', units);
  if (!match || !read.ok || typeName(read.type) !== typeName(type)) {
    faults.add(at.at, 'bad-range', { written: at.text });
    return '';
  }
  const negative = match[1] === '-' && cmp(fraction(read.value), ZERO) !== 0;
  return negative ? `-${read.value}` : read.value;
}

function percent(digits: string): string {
  const [whole = '0', part = ''] = digits.split('.');
  return `${BigInt(whole + part)}/${100n * 10n ** BigInt(part.length)}`;
}

/** The row shapes of a fact with columns: its own, and those of rows inside its rows. */
export function shapesOf(spec: FactSpec): [string, RowShape][] {
  if (spec.type.kind !== 'rows') return [];
  const shape: RowShape = {
    table: spec.type.table,
    unit: spec.unit,
    columns: new Map(spec.columns.map((c) => [c.id, c.type])),
  };
  return [[spec.type.table, shape], ...spec.columns.flatMap(shapesOf)];
}
