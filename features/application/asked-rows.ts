import type { FieldValue } from '@fuchi/record-application/contract';
import type { ASKED } from './asked-names.ts';

/** Parts of an application that are rows of asked texts. */
export type RowPart = Extract<keyof typeof ASKED, 'participant' | 'audit'>;

/** A row as it was told; cells that stayed empty aren't in it. */
export interface AskedRow {
  readonly key: string;
  readonly cells: ReadonlyMap<string, string>;
}

/**
 * The rows of a part in their order. Cells whose row was taken away belong to none.
 * @example askedRows(draft.values, 'participant')[0]?.cells.get('单位名称') // '示例大学'
 */
export function askedRows(
  fields: Iterable<readonly [string, FieldValue]>,
  part: RowPart,
): readonly AskedRow[] {
  const orders = new Map<string, number>();
  const cells = new Map<string, Map<string, string>>();
  for (const [path, value] of fields) {
    const [of, key, name, ...rest] = path.split('/');
    if (of !== part || key === undefined || rest.length > 0) continue;
    if (name === undefined) {
      if (typeof value === 'object' && value !== null && 'order' in value) {
        orders.set(key, value.order);
      }
    } else if (typeof value === 'string' && value !== '') {
      cells.set(key, (cells.get(key) ?? new Map<string, string>()).set(name, value));
    }
  }
  return [...orders]
    .sort(([a, i], [b, j]) => i - j || (a < b ? -1 : 1))
    .map(([key]) => ({ key, cells: cells.get(key) ?? new Map<string, string>() }));
}
