/** A text, or why it can't be one. */
export type ReadText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly code: 'not-a-text' | 'number-inexact' | 'text-unreadable' };

/** What no document can carry: control characters but tab and line end, half characters, and code points
 * that are none. */
const UNREADABLE = /[^\t\n\r\P{Cc}]|\p{Noncharacter_Code_Point}|\p{Surrogate}/u;

/**
 * A value of a file as text, as it was typed; line ends become \n. A JSON number is taken digit by digit as it prints;
 * one that lost digits on the way is refused.
 * @example readText(98.5) // { ok: true, text: '98.5' }
 */
export function readText(value: unknown): ReadText {
  if (value === null || value === undefined) return { ok: true, text: '' };
  if (typeof value === 'number') {
    const text = String(value);
    const inexact =
      !Number.isFinite(value) || /e/i.test(text) || Math.abs(value) > Number.MAX_SAFE_INTEGER;
    return inexact ? { ok: false, code: 'number-inexact' } : { ok: true, text };
  }
  if (typeof value !== 'string') return { ok: false, code: 'not-a-text' };
  if (UNREADABLE.test(value)) return { ok: false, code: 'text-unreadable' };
  return { ok: true, text: value.replace(/\r\n?/g, '\n') };
}
