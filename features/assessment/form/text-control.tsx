import type { FactSpec } from '@fuchi/policy/checked-guide';
import { Checkbox, Input } from 'antd';
import type { ControlProps } from './fact-control.tsx';
import { faultsId } from './faults-id.ts';
import { useFaults } from './field-context.ts';

/** A figure, a date or a text. A date may also be told to be absent: not finished, say. */
export function TextControl({
  spec,
  path,
  field,
  labelledBy,
  onChange,
  absent,
}: ControlProps & { readonly absent: boolean }) {
  const faulty = useFaults(path).length > 0;
  const date = spec.type.kind === 'number' && spec.type.dimension === 'date';
  const figure = spec.type.kind === 'number' && !date;
  return (
    <div className="text-control">
      <Input
        className={figure ? 'figure-input' : ''}
        value={typeof field === 'string' ? field : ''}
        disabled={absent}
        placeholder={placeholderOf(spec, date)}
        inputMode={figure ? 'decimal' : 'text'}
        autoComplete="off"
        maxLength={200}
        status={faulty ? 'error' : ''}
        suffix={figure && spec.unit !== '' ? <span className="quiet">{spec.unit}</span> : undefined}
        aria-labelledby={labelledBy}
        aria-invalid={faulty}
        aria-describedby={faultsId(path)}
        onChange={(event) => onChange(event.target.value)}
      />
      {date && spec.supplied === '' && (
        <Checkbox
          checked={absent}
          onChange={(event) => onChange(event.target.checked ? { none: true } : '')}
        >
          尚无
        </Checkbox>
      )}
    </div>
  );
}

function placeholderOf(spec: FactSpec, date: boolean): string {
  if (spec.derivations.length > 0) return '不填则自动推算';
  return date ? '未知，如2021-06-30' : '未知';
}
