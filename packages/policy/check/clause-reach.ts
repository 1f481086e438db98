/** A clause of the guide: the item it stands in and its number there, with half-width brackets. */
export interface FullClause {
  readonly section: string;
  /** '' for the whole item. */
  readonly number: string;
}

const ITEM = /^[一二三四五六七八九十]+(?:\([一二三四五六七八九十]+\))?/u;

/**
 * Reads the clauses a reading or a figure names; undefined where it names none, such as “全文”.
 * @example clausesOf('一（三）2(1)②③、3') // 2(1)②, 2(1)③ and 3 of 一(三)
 */
export function clausesOf(written: string, sections: readonly string[]): FullClause[] | undefined {
  let section = '';
  let parent = '';
  const found: FullClause[] = [];
  for (const part of narrow(written).split('、')) {
    const item = ITEM.exec(part)?.[0];
    if (item === undefined && section === '') return undefined;
    // A whole category may be a line's section: 二(二)2 is (二)2 of 二.
    if (item !== undefined)
      section = sections.map(narrow).find((s) => s === item) ?? /^./u.exec(item)?.[0] ?? '';
    const rest = item === undefined ? part : part.slice(section.length);
    const own = /^[①-⑩]/u.test(rest) ? parent + rest : rest;
    const circles = /^(.*?)([①-⑩]{2,})$/u.exec(own);
    parent = own.replace(/[①-⑩]+.*$/u, '');
    const numbers = circles ? [...(circles[2] ?? '')].map((c) => `${circles[1]}${c}`) : [own];
    for (const number of numbers) found.push({ section, number });
  }
  return found;
}

/** Whether something at a clause of a line's item is spoken of. @example reaches([{ section: '二', number: '1' }], '二', '1(2)a') // true */
export function reaches(clauses: readonly FullClause[], section: string, clause: string): boolean {
  const here = narrow(clause).replace(/[a-z]$/, '');
  return clauses.some(
    (c) =>
      c.section === narrow(section) &&
      (c.number === '' ||
        c.number === '末段' ||
        isWithin(here, c.number) ||
        isWithin(c.number, here)),
  );
}

function isWithin(clause: string, outer: string): boolean {
  return clause === outer || (clause.startsWith(outer) && !/^\d/.test(clause.slice(outer.length)));
}

function narrow(text: string): string {
  return text.replaceAll('（', '(').replaceAll('）', ')');
}
