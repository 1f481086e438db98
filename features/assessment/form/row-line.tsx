import type { FactSpec } from '@fuchi/policy/checked-guide';
import { Button } from 'antd';
import { useId } from 'react';
import { type Entry, type FieldEntry, isRows, NO_ROWS } from '../entry.ts';
import { fieldId } from '../field-path.ts';
import { CellControl } from './cell-control.tsx';
import { FieldFaults } from './field-faults.tsx';
import { RowTable } from './row-table.tsx';

interface Props {
  readonly number: number;
  readonly rowWord: string;
  readonly columns: readonly FactSpec[];
  readonly nested: FactSpec | undefined;
  readonly path: string;
  readonly cells: Entry;
  readonly onChange: (cells: Entry) => void;
  readonly onRemove: () => void;
}

/** One row, and below it the rows within it. */
export function RowLine(props: Props) {
  const { number, rowWord, columns, nested, path, cells, onChange, onRemove } = props;
  const nestedId = useId();
  const name = `第${number}${rowWord}`;
  const set = (id: string, field: FieldEntry) => onChange({ ...cells, [id]: field });
  const inner = nested && cells[nested.id];
  return (
    <>
      <tr>
        <th scope="row" className="row-number">
          <span className="row-name">{name}</span>
          <span className="row-figure">{number}</span>
        </th>
        {columns.map((c) => (
          <td key={c.id} id={fieldId(`${path}.${c.id}`)} className={`cell-${c.type.kind}`}>
            <span className="cell-label" aria-hidden="true">
              {c.label}
              {c.unit !== '' && `（${c.unit}）`}
            </span>
            <CellControl
              spec={c}
              path={`${path}.${c.id}`}
              field={cells[c.id]}
              label={`${name} ${c.label}`}
              onChange={(field) => set(c.id, field)}
            />
            <FieldFaults path={`${path}.${c.id}`} />
          </td>
        ))}
        <td className="row-remove">
          <Button size="small" aria-label={`删除${name}`} onClick={onRemove}>
            删除
          </Button>
        </td>
      </tr>
      {nested && (
        <tr className="row-nested">
          <td colSpan={columns.length + 2}>
            <details open={isRows(inner) && inner.rows.length > 0}>
              <summary id={nestedId}>
                {name}的{nested.label}
                {isRows(inner) && inner.rows.length > 0 && `（${inner.rows.length}${nested.unit}）`}
              </summary>
              <RowTable
                spec={nested}
                path={`${path}.${nested.id}`}
                entry={isRows(inner) ? inner : NO_ROWS}
                onChange={(rows) => set(nested.id, rows)}
              />
            </details>
          </td>
        </tr>
      )}
    </>
  );
}
