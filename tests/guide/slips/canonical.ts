import { lex } from '@fuchi/policy/syntax/token';

/** Keys under which an expression stands as it was written. */
const WRITTEN: ReadonlySet<string> = new Set(
  'must applies formula cap value derivations amount share atMost when written'.split(' '),
);

/**
 * A checked guide, or a part of one, written out without places, and expressions without the choices of spelling that have
 * one meaning (`≥` for `>=`): two guides that come out the same decide the same.
 */
export function canonical(checked: object): string {
  return JSON.stringify(checked, function (this: object, key, value: unknown) {
    if (key === 'digest' || key === 'at' || key === 'keyAt') return undefined;
    if (key === 'folded' || key === 'escapes') return undefined;
    if (WRITTEN.has(key) && typeof value === 'string' && !('kind' in this && key === 'value'))
      return plain(value);
    if (WRITTEN.has(key)) return plainIn(value);
    return value;
  });
}

function plainIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainIn);
  if (typeof value === 'object' && value !== null && 'text' in value && 'at' in value) {
    return plain(String(value.text));
  }
  return value;
}

function plain(text: string): string {
  return lex(text)
    .tokens.map((t) => `${t.kind}:${t.text}${t.unit}`)
    .join(' ');
}
