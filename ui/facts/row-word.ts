import type { CheckedGuide, FactSpec } from '@fuchi/policy/checked-guide';

/** The word one counts a list's rows by: 笔, 张, 台; 行 where it has none, and for years, which are names. */
export function rowWord({ unit }: Pick<FactSpec, 'unit'>): string {
  return unit === '' || unit === '年度' ? '行' : unit;
}

/**
 * What a row is called wherever it is spoken of: as its table calls it.
 * @param cell the column whose row it is; of lists within lists, the row is of the innermost, which is named
 * @example rowName(guide, '贷款.本金', 2) // '第2笔'
 * @example rowName(guide, '贷款.各期付息.付息日', 2) // '各期付息第2笔'
 */
export function rowName(guide: CheckedGuide, cell: string, row: number): string {
  const [fact = '', ...columns] = cell.split('.');
  const lists = columns.slice(0, -1);
  let list: FactSpec | undefined = guide.facts[fact];
  for (const id of lists) list = list?.columns.find((column) => column.id === id);
  const of = lists.length > 0 ? (list?.label ?? '') : '';
  return `${of}第${row}${list ? rowWord(list) : '行'}`;
}
