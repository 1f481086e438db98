import type { Part } from '@fuchi/record-application/contract-path';
import { pathOf } from '@fuchi/record-application/contract-path';
import { Input } from 'antd';
import { type ReactNode, useId } from 'react';
import { useApplication } from './application-world.ts';

interface Props {
  readonly part: Part;
  /** Steps of the field's name after its part; the last is what it is called. */
  readonly steps: readonly string[];
  readonly label?: string;
  readonly hint?: ReactNode;
  readonly most?: number;
  readonly long?: boolean;
  readonly date?: boolean;
}

/** A text of the application that isn't a fact of the guide: written as it is typed, like every field. */
export function AskedField({ part, steps, label, hint, most = 200, long, date }: Props) {
  const { view, draft, change } = useApplication();
  const id = useId();
  const path = pathOf(part, steps);
  const kept = draft.values.get(path);
  const shared = {
    id,
    value: typeof kept === 'string' ? kept : '',
    maxLength: most,
    autoComplete: 'off',
    disabled: !view.open,
    'aria-describedby': `${id}-hint`,
    onChange: ({ target: { value } }: { readonly target: { readonly value: string } }) =>
      change([{ path, value: value === '' ? null : value }]),
  };
  return (
    <div className={long ? 'entry-field asked-wide' : 'entry-field'}>
      <label htmlFor={id}>{label ?? steps.at(-1)}</label>
      {long ? (
        <Input.TextArea {...shared} autoSize={{ minRows: 4, maxRows: 14 }} showCount />
      ) : (
        <Input {...shared} {...(date && { type: 'date' })} />
      )}
      <div id={`${id}-hint`} className="quiet small">
        {hint}
      </div>
    </div>
  );
}
