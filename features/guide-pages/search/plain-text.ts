/**
 * Text as it is compared: half width and small letters. Every character keeps its length, so that a place in the
 * plain text is a place in the text.
 * @example plainText('３０００万元（含）ABC') // '3000万元(含)abc'
 */
export function plainText(text: string): string {
  return [...text].map((c) => (c.length > 1 ? c : (WIDE.get(c) ?? narrow(c)))).join('');
}

const WIDE: ReadonlyMap<string, string> = new Map([
  ['（', '('],
  ['）', ')'],
  ['％', '%'],
  ['　', ' '],
  ['“', '"'],
  ['”', '"'],
  ['＋', '+'],
]);

function narrow(c: string): string {
  const code = c.charCodeAt(0);
  const half = code > 0xff00 && code < 0xff5f ? String.fromCharCode(code - 0xfee0) : c;
  const small = half.toLowerCase();
  return small.length === 1 ? small : half;
}
