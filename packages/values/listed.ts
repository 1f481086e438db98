/** What stands between the items of a list in one cell. */
export const BETWEEN = /[、，,；;\s]/u;

/**
 * The items of a cell that holds several, with 、 commas, semicolons or blanks between.
 * @example listed('12345678、23456789') // ['12345678', '23456789']
 */
export function listed(text: string): readonly string[] {
  return text.split(BETWEEN).filter((item) => item !== '');
}
