/**
 * A clause's number as one spelling: half-width brackets, no spaces, the section in front.
 * A letter that the data adds for a sub-point is dropped, since the text doesn't have it.
 * @param section the section of the line the clause stands in; '' for a clause that names its section
 * @example clausePath('一（二）', '2(3)a') // '一(二)2(3)'
 * @example clausePath('三（四）', '(四)') // '三(四)'
 */
export function clausePath(section: string, clause: string): string {
  const own = narrow(clause).replace(/[a-z]$/, '');
  if (/^[一二三四五六七八九十]/.test(own) || section === '') return own;
  const above = narrow(section);
  const item = /^\([一二三四五六七八九十]+\)/.exec(own)?.[0];
  if (item !== undefined && above.endsWith(item)) return above + own.slice(item.length);
  return above + own;
}

/** Whether one clause is the other or stands inside it. @example within('一(二)2(3)①', '一(二)2(3)') // true */
export function within(clause: string, outer: string): boolean {
  if (!clause.startsWith(outer)) return false;
  const next = clause[outer.length];
  // 1 isn't the outer clause of 12, nor 二(一)1 of 二(一)10.
  return next === undefined || !/\d/.test(next) || !/\d$/.test(outer);
}

/** The item of the guide a clause stands in. @example sectionOf('一(二)2(3)') // '一(二)' */
export function sectionOf(path: string): string {
  return /^[一二三四五六七八九十]+(?:\([一二三四五六七八九十]+\))?/.exec(path)?.[0] ?? '';
}

/** How a clause is shown. @example shownClause('一(二)2(3)') // '一（二）2(3)' */
export function shownClause(path: string): string {
  if (path === '') return '前言';
  return path.replace(/^([一二三四五六七八九十]+)\(([一二三四五六七八九十]+)\)/, '$1（$2）');
}

function narrow(clause: string): string {
  return clause.replaceAll('（', '(').replaceAll('）', ')').replace(/\s+/g, '');
}
