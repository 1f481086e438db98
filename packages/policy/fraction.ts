import { type Rational, rational } from '@fuchi/values/rational';

const SHORT = /^-?\d+\/\d+$/;

/**
 * The value of a literal in the checked tree.
 * @throws RangeError when the text isn't "n/d": the checker writes nothing else
 * @example fraction('30000000/1')
 */
export function fraction(text: string): Rational {
  const slash = text.indexOf('/');
  if (slash < 0) throw new RangeError(`not a fraction: ${text.slice(0, 40)}`);
  const n = text.slice(0, slash);
  const d = text.slice(slash + 1);
  // Up to 15 digits are safe as a number, which is read many times faster.
  if (text.length - slash <= 16 && slash <= 15 && SHORT.test(text))
    return rational(Number(n), Number(d));
  return rational(BigInt(n), BigInt(d));
}
