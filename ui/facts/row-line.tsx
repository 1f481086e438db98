import type { FactSpec } from '@fuchi/policy/checked-guide';
import type { Entry, RowEntry } from '@fuchi/policy/facts/entry';
import { Button } from 'antd';
import { memo, type ReactNode } from 'react';
import { CellControl } from './cell-control.tsx';
import { FieldFaults } from './field-faults.tsx';
import { fieldId } from './field-path.ts';
import { sameEntry } from './same-entry.ts';

/** What stands below a row. */
export type RowBelow = (row: {
  readonly row: RowEntry;
  readonly name: string;
  readonly path: string;
  readonly onChange: (cells: Entry) => void;
}) => ReactNode;

interface Props {
  readonly row: RowEntry;
  readonly number: number;
  /** As people say it: 第2笔. */
  readonly name: string;
  /** The row this one lies in, for those who hear the names of its fields. */
  readonly within: string;
  readonly columns: readonly FactSpec[];
  readonly path: string;
  readonly below: RowBelow | undefined;
  readonly onReplace: (key: string, cells: Entry) => void;
  readonly onRemove: (key: string) => void;
}

/** One row of a table, and what stands below it. Drawn again only when it says something else. */
export const RowLine = memo(function RowLine(props: Props) {
  const { row, number, name, within, columns, path, below, onReplace, onRemove } = props;
  const { key, cells } = row;
  return (
    <>
      <tr data-row={number - 1}>
        <th scope="row" className="row-number" tabIndex={-1}>
          <span className="row-name">{name}</span>
          <span className="row-figure">{number}</span>
        </th>
        {columns.map((c, i) => (
          <td key={c.id} data-column={i} id={fieldId(`${path}.${c.id}`)}>
            <span className="cell-label" aria-hidden="true">
              {c.label}
              {c.unit !== '' && `（${c.unit}）`}
            </span>
            <CellControl
              spec={c}
              path={`${path}.${c.id}`}
              field={cells[c.id]}
              label={`${within}${name} ${c.label}`}
              onChange={(field) => onReplace(key, { ...cells, [c.id]: field })}
            />
            <FieldFaults path={`${path}.${c.id}`} />
          </td>
        ))}
        <td className="row-remove">
          <Button size="small" aria-label={`删除${within}${name}`} onClick={() => onRemove(key)}>
            删除
          </Button>
        </td>
      </tr>
      {below && (
        <tr className="row-nested">
          <td colSpan={columns.length + 2}>
            {below({ row, name, path, onChange: (next) => onReplace(key, next) })}
          </td>
        </tr>
      )}
    </>
  );
}, isSameLine);

function isSameLine(a: Props, b: Props): boolean {
  return (
    a.row.key === b.row.key &&
    a.number === b.number &&
    a.name === b.name &&
    a.within === b.within &&
    a.columns === b.columns &&
    a.path === b.path &&
    a.below === b.below &&
    a.onReplace === b.onReplace &&
    a.onRemove === b.onRemove &&
    sameEntry(a.row.cells, b.row.cells)
  );
}
