import { halfWidth, parseDecimal } from '@fuchi/values/decimal';
import { cmp, HUNDRED, type Rational, sign, toDecimal } from '@fuchi/values/rational';

/** A share in percent, with or without its sign; undefined for what isn't one. @example readShare('18.5％') // 37/2 */
export function readShare(text: string): Rational | undefined {
  const read = parseDecimal(halfWidth(text).trim().replace(/\s*%$/u, ''));
  if (!read.ok || sign(read.value) < 0 || cmp(read.value, HUNDRED) > 0) return undefined;
  return read.value;
}

/** A share as it is printed, with its sign; as it was written where it can't be read. @example shareText('60') // '60%' */
export function shareText(text: string): string {
  const share = readShare(text);
  return share === undefined ? text : `${toDecimal(share)}%`;
}
