import { Input } from 'antd';
import { useId } from 'react';
import type { EntryFault } from './entry-fault.ts';
import './entry.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What the browser may fill in: `username`, `current-password`, `one-time-code`. */
  readonly autoComplete: string;
  readonly secret?: boolean;
  readonly numeric?: boolean;
  readonly date?: boolean;
  readonly time?: boolean;
  /** More than one line is written: so many are seen. */
  readonly lines?: number;
  readonly hint?: string;
  /** Its place in what is sent, by which a fault finds it. */
  readonly path?: string;
  readonly fault?: EntryFault | undefined;
}

/** One labelled line to fill in, with its hint and what the server found wrong with it. */
export function Field(props: Props) {
  const { label, value, onChange, autoComplete, secret, numeric, date, time, lines } = props;
  const { hint, path, fault } = props;
  const id = useId();
  const wrong = (fault?.faults ?? []).filter((f) => f.path === path).map((f) => f.message);
  const shared = {
    id,
    value,
    autoComplete,
    spellCheck: false,
    'aria-invalid': wrong.length > 0,
    'aria-describedby': `${id}-hint`,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
    ...(wrong.length > 0 && { status: 'error' as const }),
  };
  return (
    <div className="entry-field">
      <label htmlFor={id}>{label}</label>
      {secret && <Input.Password {...shared} />}
      {lines !== undefined && <Input.TextArea {...shared} rows={lines} />}
      {!secret && lines === undefined && (
        <Input
          {...shared}
          {...(numeric && { inputMode: 'numeric' })}
          {...(date && { type: 'date' })}
          {...(time && { type: 'time' })}
        />
      )}
      <div id={`${id}-hint`} className="small">
        {hint !== undefined && <p className="quiet">{hint}</p>}
        {wrong.map((message) => (
          <p key={message} className="entry-wrong">
            {message}
          </p>
        ))}
      </div>
    </div>
  );
}
