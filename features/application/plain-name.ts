/**
 * A unit's name as it is compared: lists and certificates write brackets, letters and blanks in either width.
 * @example plainName('示例（集团）有限公司') === plainName('示例(集团) 有限公司') // true
 */
export function plainName(name: string): string {
  return name.normalize('NFKC').replace(/\s/gu, '').toUpperCase();
}
