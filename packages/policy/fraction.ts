import { type Rational, rational } from '@fuchi/values/rational';

/**
 * The value of a literal in the checked tree.
 * @throws RangeError when the text isn't "n/d": the checker writes nothing else
 * @example fraction('30000000/1')
 */
export function fraction(text: string): Rational {
  const slash = text.indexOf('/');
  if (slash < 0) throw new RangeError(`not a fraction: ${text.slice(0, 40)}`);
  return rational(BigInt(text.slice(0, slash)), BigInt(text.slice(slash + 1)));
}
