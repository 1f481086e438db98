import { Radio, Select } from 'antd';
import { useId } from 'react';
import type { ControlProps } from './control-props.ts';

const SHORT = 24;

/** One of a few words, or none of them known. */
export function ChoiceControl({
  field,
  options,
  labelledBy,
  onChange,
}: ControlProps & { readonly options: readonly string[] }) {
  const name = useId();
  const value = typeof field === 'string' ? field : '';
  if (options.join('').length > SHORT) {
    return (
      <Select
        className="choice-select"
        value={value === '' ? null : value}
        placeholder="未知"
        allowClear
        aria-labelledby={labelledBy}
        options={options.map((option) => ({ value: option, label: option }))}
        onChange={(option: string | null | undefined) => onChange(option ?? '')}
      />
    );
  }
  return (
    <Radio.Group
      name={name}
      value={value}
      aria-labelledby={labelledBy}
      onChange={(event) => onChange(String(event.target.value))}
    >
      {options.map((option) => (
        <Radio key={option} value={option}>
          {option}
        </Radio>
      ))}
      <Radio value="">未知</Radio>
    </Radio.Group>
  );
}
