import type { Place, Text } from './place.ts';

const DOUBLE = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|.)/gu;

/**
 * Where the characters of a scalar stand, from how it is written in the file.
 * @param raw the scalar with its quotes or block header
 * @param at where `raw` starts
 * @example spelling("'it''s'", at) // { at: one column on, escapes: [[2, 1]] }
 */
export function spelling(raw: string, at: Place): Omit<Text, 'text'> {
  const quote = raw[0];
  const quoted = quote === '"' || quote === "'";
  if (raw.includes('\n')) return { at, folded: true };
  if (!quoted) return { at };
  const inner = { ...at, column: at.column + 1 };
  const escapes = quote === "'" ? doubled(raw) : backslashed(raw);
  return escapes.length > 0 ? { at: inner, escapes } : { at: inner };
}

function doubled(raw: string): [number, number][] {
  return [...raw.slice(1, -1).matchAll(/''/g)].map((m, i) => [m.index - i, 1]);
}

function backslashed(raw: string): [number, number][] {
  let before = 0;
  return [...raw.slice(1, -1).matchAll(DOUBLE)].map((m): [number, number] => {
    // A character beyond the basic plane counts two in JavaScript's texts.
    const length = m[0].startsWith('\\U0001') || m[0].startsWith('\\U0002') ? 2 : 1;
    const more = m[0].length - length;
    const offset = m.index - before;
    before += more;
    return [offset, more];
  });
}
