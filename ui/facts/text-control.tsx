import type { FactSpec } from '@fuchi/policy/checked-guide';
import { isNone } from '@fuchi/policy/facts/entry';
import { Checkbox, Input } from 'antd';
import { DatePicker } from '../date-picker.tsx';
import type { ControlProps } from './control-props.ts';
import { faultsId } from './faults-id.ts';
import { useFaults } from './field-context.ts';

const NONE = '无';

/** A figure, a date or a text. What has not come about yet, a date or a year, may be told to be absent: 无. */
export function TextControl({ spec, path, field, labelledBy, onChange }: ControlProps) {
  const faulty = useFaults(path).length > 0;
  const date = spec.type.kind === 'number' && spec.type.dimension === 'date';
  const figure = spec.type.kind === 'number' && !date;
  const absent = isNone(field);
  const maybeAbsent = (date || spec.unit === '年度') && spec.supplied === '';
  return (
    <div className="text-control">
      <Input
        className={figure ? 'figure-input' : ''}
        value={absent ? NONE : typeof field === 'string' ? field : ''}
        placeholder={placeholderOf(spec, date)}
        inputMode={figure ? 'decimal' : 'text'}
        autoComplete="off"
        maxLength={200}
        status={faulty ? 'error' : ''}
        suffix={
          date ? (
            <DatePicker
              value={typeof field === 'string' ? field.trim() : ''}
              label={`从日历选${spec.label}`}
              onPick={onChange}
            />
          ) : figure && spec.unit !== '' ? (
            <span className="quiet">{spec.unit}</span>
          ) : undefined
        }
        aria-labelledby={labelledBy}
        aria-invalid={faulty}
        aria-describedby={faultsId(path)}
        onChange={({ target: { value } }) =>
          onChange(value.trim() === NONE && spec.type.kind === 'number' ? { none: true } : value)
        }
      />
      {maybeAbsent && (
        <Checkbox
          checked={absent}
          onChange={({ target }) => onChange(target.checked ? { none: true } : '')}
        >
          {NONE}
        </Checkbox>
      )}
    </div>
  );
}

function placeholderOf(spec: FactSpec, date: boolean): string {
  if (spec.derivations.length > 0) return '不填则自动推算';
  return date ? '未知，如2021-06-30' : '未知';
}
