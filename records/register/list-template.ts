import type { ListTable } from '@fuchi/documents/list/list-table';
import type { CheckedColumn, CheckedRegister } from '@fuchi/policy/register/checked-register';
import { EXAMPLE_MARK } from './read-list.ts';

/**
 * A file to fill in for a register: its headings, and one row that shows how and is passed over when it is read.
 * @example listXlsx(listTemplate(register))
 */
export function listTemplate(register: CheckedRegister): ListTable {
  return {
    title: register.title,
    columns: register.columns.map(({ spec, required }) => ({
      title: spec.unit === '万元' ? `${spec.id}（万元）` : required ? `${spec.id}*` : spec.id,
      width: Math.max(16, exampleOf(spec.kind, spec.options, spec.unit).length * 2),
    })),
    rows: [register.columns.map(example)],
  };
}

function example({ role, spec }: CheckedColumn): string {
  if (role === 'code') return EXAMPLE_CODE;
  if (role === 'name') return `${EXAMPLE_MARK}示例精工有限公司`;
  return exampleOf(spec.kind, spec.options, spec.unit);
}

/** Well-formed, and nobody's. */
const EXAMPLE_CODE = '91320000000000000X';

function exampleOf(kind: string, options: readonly string[], unit: string): string {
  switch (kind) {
    case '日期':
      return '2021-12-31';
    case '是否':
      return '是';
    case '选项':
      return options[0] ?? '';
    case '地区':
      return '昆山市';
    case '金额':
      return '120.5';
    case '比例':
      return '60%';
    case '数量':
      return unit === '年度' ? '2021' : '1';
    default:
      return '示例';
  }
}
