/** Fields of the unit that hold a number of people. */
export const COUNTS: readonly string[] = ['职工人数', '研发人员数'];

/**
 * Why a number of people can't be read as one: it is printed as it is written. undefined where it is clear, or nothing
 * is written.
 * @example countDoubt('约三百人') // '看不出是多少人，请写整数，如486人。'
 */
export function countDoubt(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/\s/gu, '');
  if (plain === '' || /^(\d+|\d{1,3}(,\d{3})+)[人名]?$/u.test(plain)) return undefined;
  return '看不出是多少人，请写整数，如486人。';
}
