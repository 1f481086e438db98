import type { FactSpec } from '@fuchi/policy/checked-guide';
import type { Entry } from '@fuchi/policy/facts/entry';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { CellControl } from './cell-control.tsx';
import { FieldFaults } from './field-faults.tsx';
import { fieldId } from './field-path.ts';

interface Props {
  readonly number: number;
  /** As people say it: 第2笔. */
  readonly name: string;
  /** The row this one lies in, for those who hear the names of its fields. */
  readonly within: string;
  readonly columns: readonly FactSpec[];
  readonly path: string;
  readonly cells: Entry;
  readonly below: ReactNode;
  readonly onChange: (cells: Entry) => void;
  readonly onRemove: () => void;
}

/** One row of a table, and what stands below it. */
export function RowLine(props: Props) {
  const { number, name, within, columns, path, cells, below, onChange, onRemove } = props;
  return (
    <>
      <tr data-row={number - 1}>
        <th scope="row" className="row-number">
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
              onChange={(field) => onChange({ ...cells, [c.id]: field })}
            />
            <FieldFaults path={`${path}.${c.id}`} />
          </td>
        ))}
        <td className="row-remove">
          <Button size="small" aria-label={`删除${within}${name}`} onClick={onRemove}>
            删除
          </Button>
        </td>
      </tr>
      {below && (
        <tr className="row-nested">
          <td colSpan={columns.length + 2}>{below}</td>
        </tr>
      )}
    </>
  );
}
