import { isNone } from '@fuchi/policy/facts/entry';
import { Checkbox } from 'antd';
import type { ControlProps } from './control-props.ts';

const NOTHING = '以上都没有';

/** Any of several words. Nothing ticked is unknown; none of them is an answer of its own. */
export function ManyControl({ spec, field, labelledBy, onChange }: ControlProps) {
  const none = isNone(field);
  const chosen = Array.isArray(field) ? field : [];
  return (
    <fieldset className="many-control" aria-labelledby={labelledBy}>
      {spec.options.map((option) => (
        <Checkbox
          key={option}
          disabled={none}
          checked={chosen.includes(option)}
          onChange={({ target }) =>
            onChange(
              spec.options.filter((o) => (o === option ? target.checked : chosen.includes(o))),
            )
          }
        >
          {option}
        </Checkbox>
      ))}
      <Checkbox
        checked={none}
        onChange={({ target }) => onChange(target.checked ? { none: true } : [])}
      >
        {NOTHING}
      </Checkbox>
    </fieldset>
  );
}
