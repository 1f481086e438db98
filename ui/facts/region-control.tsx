import { fullName } from '@fuchi/values/region';
import { Input } from 'antd';
import type { ControlProps } from './control-props.ts';
import { faultsId } from './faults-id.ts';
import { useFaults, useFieldWorld } from './field-context.ts';

/** A place as people write it, and how it was understood. */
export function RegionControl({ path, field, labelledBy, onChange }: ControlProps) {
  const { regions } = useFieldWorld();
  const faulty = useFaults(path).length > 0;
  const text = typeof field === 'string' ? field : '';
  const parsed = regions.parse(text);
  return (
    <>
      <Input
        value={text}
        placeholder="未知，如昆山市、南京市江宁区"
        autoComplete="off"
        maxLength={60}
        status={faulty ? 'error' : ''}
        aria-labelledby={labelledBy}
        aria-invalid={faulty}
        aria-describedby={faultsId(path)}
        onChange={(event) => onChange(event.target.value)}
      />
      {parsed.ok && (
        <p className="quiet small">
          {fullName(parsed.value)}
          {parsed.value.zone && `（${parsed.value.zone}）`}
        </p>
      )}
    </>
  );
}
