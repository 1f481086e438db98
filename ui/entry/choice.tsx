import { useId } from 'react';
import type { EntryFault } from './entry-fault.ts';
import './entry.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  readonly path: string;
  readonly fault: EntryFault | undefined;
}

/** One of a few, as a plain select: it works with every keyboard, reader and telephone. */
export function Choice({ label, value, onChange, choices, path, fault }: Props) {
  const id = useId();
  const wrong = (fault?.faults ?? []).filter((f) => f.path === path).map((f) => f.message);
  return (
    <div className="entry-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-invalid={wrong.length > 0}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
      <div id={`${id}-hint`} className="small">
        {wrong.map((message) => (
          <p key={message} className="entry-wrong">
            {message}
          </p>
        ))}
      </div>
    </div>
  );
}
