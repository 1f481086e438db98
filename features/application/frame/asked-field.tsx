import type { Part } from '@fuchi/record-application/contract-path';
import { pathOf } from '@fuchi/record-application/contract-path';
import { Input } from 'antd';
import type { ReactNode } from 'react';
import { SUM_HINT, sumDoubt } from '../asked-amount.ts';
import { countDoubt } from '../asked-count.ts';
import { useApplication } from './application-world.ts';
import { askedId } from './use-asked-focus.ts';

interface Props {
  readonly part: Part;
  /** Steps of the field's name after its part; the last is what it is called. */
  readonly steps: readonly string[];
  readonly label?: string;
  readonly hint?: ReactNode;
  readonly most?: number;
  readonly long?: boolean;
  readonly date?: boolean;
  /** A sum with its unit: how to write one stands beside it, and what isn't clear about it. */
  readonly sum?: boolean;
  /** A number of people. */
  readonly count?: boolean;
  /** The texts it may be. */
  readonly choices?: readonly string[];
  /** What can't be so of what is written. */
  readonly wrong?: string | undefined;
}

/** A text of the application that isn't a fact of the guide: written as it is typed, like every field. */
export function AskedField(props: Props) {
  const { part, steps, label, sum, count, most = 200, long, date, choices } = props;
  const { view, draft, change } = useApplication();
  const id = askedId(steps);
  const path = pathOf(part, steps);
  const kept = draft.values.get(path);
  const value = typeof kept === 'string' ? kept : '';
  const hint = props.hint ?? (sum ? SUM_HINT : undefined);
  const wrong = props.wrong ?? (sum ? sumDoubt(value) : count ? countDoubt(value) : undefined);
  const control = {
    id,
    value,
    disabled: !view.open,
    'aria-describedby': `${id}-hint`,
    'aria-invalid': wrong !== undefined,
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      change([{ path, value: target.value === '' ? null : target.value }]),
  };
  const shared = { ...control, maxLength: most, autoComplete: 'off' };
  return (
    <div className={long ? 'entry-field asked-wide' : 'entry-field'}>
      <label htmlFor={id}>{label ?? steps.at(-1)}</label>
      {choices ? (
        <select {...control}>
          <option value="">请选择</option>
          {value !== '' && !choices.includes(value) && <option value={value}>{value}</option>}
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      ) : long ? (
        <Input.TextArea {...shared} autoSize={{ minRows: 4, maxRows: 14 }} showCount />
      ) : (
        <Input {...shared} {...(date && { type: 'date' })} />
      )}
      <div id={`${id}-hint`} className={wrong === undefined ? 'quiet small' : 'entry-wrong small'}>
        {wrong ?? hint}
      </div>
    </div>
  );
}
