/** A cell as it was saved. */
export interface WorkbookCell {
  /**
   * text: as typed; number: a plain decimal; percent: the same with its sign, 98%; date: a day, 2022-03-16;
   * formula and error have no text that could be relied on.
   */
  readonly kind: 'text' | 'number' | 'percent' | 'date' | 'formula' | 'error';
  readonly text: string;
}

/** How a style shows a number. */
export type NumberLook = 'plain' | 'percent' | 'date';

/** Formats that have a number instead of a text (ECMA-376 part 1, 18.8.30), the East Asian ones included. */
export function lookOfNumber(id: number): NumberLook {
  if (id === 9 || id === 10) return 'percent';
  const isDate =
    (id >= 14 && id <= 22) ||
    (id >= 27 && id <= 36) ||
    (id >= 45 && id <= 47) ||
    (id >= 50 && id <= 58);
  return isDate ? 'date' : 'plain';
}

/** @example lookOfCode('yyyy"年"m"月"d"日"') // 'date' */
export function lookOfCode(code: string): NumberLook {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/gu, '');
  if (/%/u.test(bare)) return 'percent';
  return /[ymdhs]/iu.test(bare.replace(/General/giu, '')) ? 'date' : 'plain';
}
