import type { FactSpec } from '@fuchi/policy/checked-guide';
import type { FieldEntry } from '@fuchi/policy/facts/entry';
import { Input, Select } from 'antd';
import { faultsId } from './faults-id.ts';
import { useFaults } from './field-context.ts';
import { LinkedCell } from './linked-cell.tsx';

interface Props {
  readonly spec: FactSpec;
  readonly path: string;
  readonly field: FieldEntry | undefined;
  readonly label: string;
  readonly onChange: (field: FieldEntry) => void;
}

/** One cell of a row. What follows from other cells says so while it is empty. */
export function CellControl({ spec, path, field, label, onChange }: Props) {
  const faulty = useFaults(path).length > 0;
  const { kind } = spec.type;
  const text = typeof field === 'string' ? field : '';
  const empty = spec.derivations.length > 0 ? '自动推算' : '未知';
  if (kind === 'choice' && spec.type.many) {
    return (
      <Select
        mode="multiple"
        className="cell-select"
        value={Array.isArray(field) ? [...field] : []}
        placeholder={empty}
        aria-label={label}
        options={spec.options.map((option) => ({ value: option, label: option }))}
        onChange={(options: string[]) => onChange(options)}
      />
    );
  }
  if (kind === 'bool' || kind === 'choice') {
    const options = kind === 'bool' ? ['是', '否'] : spec.options;
    return (
      <Select
        className="cell-select"
        value={text === '' ? null : text}
        placeholder={empty}
        allowClear
        popupMatchSelectWidth={false}
        aria-label={label}
        options={options.map((option) => ({ value: option, label: option }))}
        onChange={(option: string | null | undefined) => onChange(option ?? '')}
      />
    );
  }
  if (spec.link) {
    return (
      <LinkedCell
        link={spec.link}
        path={path}
        text={text}
        label={label}
        faulty={faulty}
        onChange={onChange}
      />
    );
  }
  const figure = spec.type.kind === 'number' && spec.type.dimension !== 'date';
  return (
    <Input
      className={figure ? 'figure-input' : ''}
      value={text}
      placeholder={empty}
      inputMode={figure ? 'decimal' : 'text'}
      autoComplete="off"
      maxLength={200}
      status={faulty ? 'error' : ''}
      aria-label={label}
      aria-invalid={faulty}
      aria-describedby={faultsId(path)}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
