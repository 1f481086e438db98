const TEXTS = /"(?:[^"\\]|\\.)*"/g;
const NUMBERS = /-?\d[\d.eE+-]*/g;

/**
 * Whether every number in JSON that the database printed is spelled as this program spells it. 1.0 and
 * 9007199254740993 are read as 1 and 9007199254740992: without this an edit from the one to the other would have the
 * same digest.
 * @example isPlainJson('{"a": 1.0}') // false
 */
export function isPlainJson(json: string | null): boolean {
  const numbers = json?.replace(TEXTS, '""').match(NUMBERS) ?? [];
  return numbers.every((spelled) => inFull(String(Number(spelled))) === spelled);
}

/** The database prints no exponents. @example inFull('1e-7') // '0.0000001' */
function inFull(number: string): string {
  const [, sign = '', whole = '', part = '', exponent] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(number) ?? [];
  if (exponent === undefined) return number;
  const digits = whole + part;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits}${'0'.repeat(point - digits.length)}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
