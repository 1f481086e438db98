/**
 * A clause as one cites it: the item's number in front, brackets about Chinese numerals in full width.
 * @example fullClause('一（一）', '1(2)a') // '一（一）1(2)a'
 * @example fullClause('二', '(二)3') // '二（二）3'
 * @example fullClause('一（六）', '(六)') // '一（六）'
 */
export function fullClause(section: string, clause: string): string {
  const own = clause.replace(/\(([一二三四五六七八九十]+)\)/gu, '（$1）');
  if (own === '' || own === section) return section;
  if (/^(?:[一二三四五六七八九十]|附件|call-)/u.test(own)) return own;
  const item = /^（[^（）]+）/u.exec(own)?.[0];
  const stem =
    item !== undefined && section.endsWith(item) ? section.slice(0, -item.length) : section;
  return stem + own;
}
