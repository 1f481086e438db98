import type { FactSpec } from '@fuchi/policy/checked-guide';
import { type FieldEntry, isRows, NO_ROWS, type RowsEntry } from '@fuchi/policy/facts/entry';
import { useMemo } from 'react';
import type { RowBelow } from './row-line.tsx';
import { RowTable, type RowTableProps } from './row-table.tsx';

/** A list whose rows may hold a list of their own, one level down: a loan and its payments. */
export function NestedTable(props: Omit<RowTableProps, 'below'>) {
  const inner = props.spec.columns.find((c) => c.type.kind === 'rows');
  const below = useMemo(() => inner && innerBelow(inner), [inner]);
  return <RowTable {...props} {...(below && { below })} />;
}

function innerBelow(inner: FactSpec): RowBelow {
  return ({ row, name, path, onChange }) => (
    <InnerRows
      spec={inner}
      name={name}
      path={`${path}.${inner.id}`}
      field={row.cells[inner.id]}
      onChange={(rows) => onChange({ ...row.cells, [inner.id]: rows })}
    />
  );
}

interface InnerProps {
  readonly spec: FactSpec;
  readonly name: string;
  readonly path: string;
  readonly field: FieldEntry | undefined;
  readonly onChange: (rows: RowsEntry) => void;
}

function InnerRows({ spec, name, path, field, onChange }: InnerProps) {
  const entry = isRows(field) ? field : NO_ROWS;
  const count = entry.rows.length;
  return (
    <details open={count > 0}>
      <summary>
        {name}的{spec.label}
        {count > 0 && `（${count}${spec.unit}）`}
      </summary>
      <RowTable spec={spec} path={path} entry={entry} within={`${name}的`} onChange={onChange} />
    </details>
  );
}
