import { nearest } from '@fuchi/guide/reader';
import { halfWidth } from '@fuchi/values/decimal';
import { cmp, isInteger, neg } from '@fuchi/values/rational';
import type { Region, Regions } from '@fuchi/values/region';
import { shownNumber } from '../assess/show.ts';
import { type Domain, NO, NONE_NUMBER, point, YES } from '../bounds/domain.ts';
import { readDate, readNumber } from '../check/literal.ts';
import type { FactSpec } from '../checked-guide.ts';
import { fraction } from '../fraction.ts';
import { typeName } from '../value-type.ts';

export type ReadValue =
  | { readonly ok: true; readonly domain: Domain; readonly decimals: number }
  | { readonly ok: false; readonly code: string; readonly facts: Readonly<Record<string, string>> };

export interface ValueContext {
  readonly units: ReadonlySet<string>;
  readonly regions: Regions;
}

const MAX_TEXT = 2000;

/**
 * Reads one value of a fact. A number without a unit is in the fact's own unit; amounts may be in 元, 万元 or 亿元.
 * JSON numbers are taken digit by digit as they print; one that lost digits on the way is refused.
 * @example readValue(spec, '3000万元', undefined, context)
 */
export function readValue(
  spec: FactSpec,
  value: unknown,
  unit: string | undefined,
  c: ValueContext,
): ReadValue {
  const label = spec.label;
  const wrong = (): ReadValue => ({
    ok: false,
    code: 'input-type',
    facts: { label, wanted: typeName(spec.type), given: shown(value) },
  });
  const text = plainText(value);
  switch (spec.type.kind) {
    case 'number':
      if (text === undefined) return wrong();
      if (spec.type.dimension !== 'date') return readAmount(spec, text, unit, c);
      // A number that happens to look like a day is none.
      return typeof value === 'string' ? readDay(spec, text) : noDay(spec, text);
    case 'bool':
      if (value === true || text === '是') return { ok: true, domain: YES, decimals: 0 };
      if (value === false || text === '否') return { ok: true, domain: NO, decimals: 0 };
      return wrong();
    case 'text':
      if (text === undefined || /\p{Surrogate}/u.test(text)) return wrong();
      return word(text);
    case 'choice': {
      if (!spec.type.many) return typeof value === 'string' ? readOption(spec, value) : wrong();
      const list = Array.isArray(value) ? value : [value];
      const has: string[] = [];
      for (const item of list) {
        const read = typeof item === 'string' ? readOption(spec, item) : wrong();
        if (!read.ok) return read;
        has.push(item as string);
      }
      return { ok: true, domain: { kind: 'many', has }, decimals: 0 };
    }
    case 'region': {
      if (typeof value !== 'string') return wrong();
      const parsed = c.regions.parse(value);
      if (!parsed.ok) {
        return {
          ok: false,
          code: `input-${parsed.code}`,
          facts: { label, given: shown(value), ...parsed.facts },
        };
      }
      return place(parsed.value);
    }
    default:
      return wrong();
  }
}

function word(text: string): ReadValue {
  return { ok: true, domain: { kind: 'word', values: [text], none: false }, decimals: 0 };
}

function place(region: Region): ReadValue {
  return { ok: true, domain: { kind: 'place', region, none: false }, decimals: 0 };
}

function readOption(spec: FactSpec, value: string): ReadValue {
  if (spec.options.includes(value)) return word(value);
  const facts = {
    label: spec.label,
    given: shown(value),
    words: spec.options.join('、'),
    nearest: nearest(value, spec.options) ?? '',
  };
  return { ok: false, code: 'input-option', facts };
}

function noDay({ label }: FactSpec, text: string): ReadValue {
  return { ok: false, code: 'input-date', facts: { label, given: shown(text) } };
}

function readDay(spec: FactSpec, text: string): ReadValue {
  const read = readDate(text.trim());
  if (!read.ok) return noDay(spec, text);
  return inRange(spec, point(fraction(read.value)), text, 0);
}

function readAmount(
  spec: FactSpec,
  text: string,
  unit: string | undefined,
  c: ValueContext,
): ReadValue {
  const plain = withHalf(halfWidth(text).trim());
  const match = /^([-+]?)([\d,]+(?:\.\d+)?)\s*(\D*)$/u.exec(plain);
  const bad = (): ReadValue => ({
    ok: false,
    code: 'input-number',
    facts: { label: spec.label, given: shown(text), unit: spec.unit },
  });
  if (!match) return bad();
  const beside = (match[3] ?? '').trim();
  const told = beside || unit || spec.unit;
  // A year is told as 2019年 by everybody.
  const written = told === '年' && spec.unit === '年度' ? '年度' : told;
  const digits = match[2] ?? '';
  const read =
    written === '%' && spec.unit === '%' ? percent(digits) : readNumber(digits, written, c.units);
  if (!read.ok && read.code === 'bad-number') return bad();
  const twice = beside !== '' && unit !== undefined && unit !== '' && unit !== beside;
  if (!read.ok || twice || typeName(read.type) !== typeName(spec.type)) {
    const given = twice ? `${beside}、${unit}` : written;
    return {
      ok: false,
      code: 'input-unit',
      facts: { label: spec.label, given: shown(given), unit: spec.unit },
    };
  }
  const size = fraction(read.value);
  const value = match[1] === '-' ? neg(size) : size;
  const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
  if (spec.integer && !isInteger(value)) {
    return { ok: false, code: 'input-whole', facts: { label: spec.label, given: shown(text) } };
  }
  return inRange(spec, point(value), text, decimals);
}

/** 半天, 3天半: said so by people, and by the guide. @example withHalf('3天半') // '3.5天' */
function withHalf(text: string): string {
  return text.replace(/^半(?=\p{L})/u, '0.5').replace(/^(\d+)(\p{L}{1,4})半$/u, '$1.5$2');
}

/** Unlike a literal of the guide, a told share may pass 100 %: the fact's own range decides. */
function percent(digits: string) {
  const read = readNumber(digits, '年', new Set());
  if (!read.ok) return read;
  const ratio = { kind: 'number', dimension: 'ratio' } as const;
  const [n = '0', d = '1'] = read.value.split('/');
  return { ok: true as const, type: ratio, value: `${n}/${BigInt(d) * 1200n}` };
}

function inRange(spec: FactSpec, domain: Domain, given: string, decimals: number): ReadValue {
  const x = domain.kind === 'num' ? domain.lo : undefined;
  const low = x && spec.least !== '' && cmp(x, fraction(spec.least)) < 0;
  const high = x && spec.most !== '' && cmp(x, fraction(spec.most)) > 0;
  if (low || high) {
    const facts = {
      label: spec.label,
      given: shown(given),
      least: endText(spec, spec.least),
      most: endText(spec, spec.most),
    };
    return { ok: false, code: 'input-range', facts };
  }
  return { ok: true, domain, decimals };
}

function endText(spec: FactSpec, end: string): string {
  if (end === '' || spec.type.kind !== 'number') return '';
  const { value, unit } = shownNumber(fraction(end), spec.type.dimension);
  return `${value}${unit}`;
}

/** The domain of a fact told to be absent (无). */
export function noneOf(spec: FactSpec): Domain | undefined {
  switch (spec.type.kind) {
    case 'number':
      return NONE_NUMBER;
    case 'text':
      return { kind: 'word', values: [], none: true };
    case 'choice':
      return spec.type.many ? { kind: 'many', has: [] } : { kind: 'word', values: [], none: true };
    case 'region':
      return { kind: 'place', region: undefined, none: true };
    case 'rows':
      return { kind: 'rows', items: [], rest: undefined };
    default:
      return undefined;
  }
}

/** A text, or a JSON number that prints without exponent. */
function plainText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.length <= MAX_TEXT ? value : undefined;
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  const text = String(value);
  const lost = Math.abs(value) > Number.MAX_SAFE_INTEGER || /e/i.test(text);
  return lost ? undefined : text;
}

function shown(value: unknown): string {
  const text = Array.isArray(value) ? '列表' : typeof value === 'object' ? '对象' : String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
