import type { CheckedGuide, FactSpec } from '@fuchi/policy/checked-guide';

/** The word one counts a list's rows by: 笔, 张, 台; 行 where it has none, and for years, which are names. */
export function rowWord({ unit }: Pick<FactSpec, 'unit'>): string {
  return unit === '' || unit === '年度' ? '行' : unit;
}

/**
 * What a row is called wherever it is spoken of: as its table calls it.
 * @param cell the column whose row it is; of lists within lists, the row is of the innermost
 * @example rowName(guide, '贷款.本金', 2) // '第2笔'
 */
export function rowName(guide: CheckedGuide, cell: string, row: number): string {
  const [fact = '', ...columns] = cell.split('.');
  let list: FactSpec | undefined = guide.facts[fact];
  for (const id of columns.slice(0, -1)) list = list?.columns.find((column) => column.id === id);
  return `第${row}${list ? rowWord(list) : '行'}`;
}
