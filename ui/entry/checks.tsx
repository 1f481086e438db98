import type { EntryFault } from './entry-fault.ts';
import './entry.css';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  readonly path: string;
  readonly fault: EntryFault | undefined;
}

/** Several of some, as boxes to tick. */
export function Checks({ label, hint, chosen, onChange, choices, path, fault }: Props) {
  const wrong = (fault?.faults ?? []).filter((f) => f.path === path).map((f) => f.message);
  return (
    <fieldset className="entry-field entry-checks">
      <legend>{label}</legend>
      {hint !== undefined && <p className="quiet small">{hint}</p>}
      <div>
        {choices.map(({ value, text }) => (
          <label key={value}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={({ target }) =>
                onChange(
                  target.checked ? [...chosen, value] : chosen.filter((each) => each !== value),
                )
              }
            />
            {text}
          </label>
        ))}
      </div>
      {wrong.map((message) => (
        <p key={message} className="entry-wrong small">
          {message}
        </p>
      ))}
    </fieldset>
  );
}
