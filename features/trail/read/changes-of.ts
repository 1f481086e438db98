import { localMoment } from '@fuchi/platform-server/clock/local-moment';
import {
  maskedEmail,
  maskedIdNumber,
  maskedPhone,
  withoutPersonalData,
} from '@fuchi/record-person/masked';
import type { FieldChange } from '../contract.ts';
import { fieldText } from '../words/field-words.ts';
import { type LineNames, valueWord } from '../words/value-words.ts';

/** A text is told so far; the whole of it stands in what it belongs to. */
const LONGEST = 300;
const MOST_FIELDS = 200;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

const MASKS: Readonly<Record<string, (value: string) => string>> = {
  phone: maskedPhone,
  email: maskedEmail,
  idNumber: maskedIdNumber,
};

/**
 * What an event says changed, field by field, in words; personal data masked. Where it holds both sides, what stayed
 * the same isn't told.
 * @example changesOf({ name: '甲' }, { name: '乙' }, lines) // [{ field: '名称', before: '甲', after: '乙' }]
 */
export function changesOf(
  before: unknown,
  after: unknown,
  lines: LineNames,
): readonly FieldChange[] {
  const [old, now] = [fieldsOf(before, lines), fieldsOf(after, lines)];
  const paths = [...new Set([...old.keys(), ...now.keys()])];
  const both = before !== null && after !== null;
  const told = paths.filter((path) => !both || old.get(path) !== now.get(path));
  return told.slice(0, MOST_FIELDS).map((path) => ({
    field: path.split('\n').map(fieldText).join(' · '),
    before: old.get(path) ?? null,
    after: now.get(path) ?? null,
  }));
}

/** Every part by its way from the root, one key a line. */
function fieldsOf(value: unknown, lines: LineNames): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  const text = (key: string | undefined, part: unknown) => valueText(key ?? '', part, lines);
  const visit = (part: unknown, way: readonly string[]) => {
    if (isList(part) && part.some((item) => typeof item === 'object' && item !== null)) {
      for (const [i, item] of part.entries()) visit(item, [...way, `#${i + 1}`]);
    } else if (isList(part)) {
      fields.set(way.join('\n'), part.map((item) => text(way.at(-1), item)).join('、') || '无');
    } else if (typeof part === 'object' && part !== null) {
      for (const [key, item] of Object.entries(part)) visit(item, [...way, key]);
    } else {
      fields.set(way.join('\n'), text(way.at(-1), part));
    }
  };
  if (typeof value === 'object' && value !== null) visit(value, []);
  return fields;
}

function valueText(key: string, value: unknown, lines: LineNames): string {
  if (value === null || value === undefined || value === '') return '无';
  if (typeof value === 'boolean') return value ? '是' : '否';
  const text = String(value);
  const mask = Object.hasOwn(MASKS, key) ? MASKS[key] : undefined;
  if (mask) return mask(text);
  const word = valueWord(key, text, lines);
  if (word !== undefined) return word;
  if (isMoment(text)) return localMoment(new Date(text));
  const plain = withoutPersonalData(text);
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}……` : plain;
}

/** Somebody may have written what only looks like one; an event must be readable whatever it holds. */
function isMoment(text: string): boolean {
  return MOMENT.test(text) && !Number.isNaN(Date.parse(text));
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
