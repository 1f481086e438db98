import { useRef } from 'react';
import './date-picker.css';

interface Props {
  /** The date that is entered, as 2021-06-30; anything else opens on today. */
  readonly value: string;
  readonly label: string;
  readonly onPick: (date: string) => void;
}

/** The browser's own calendar beside a field in which one may as well write. */
export function DatePicker({ value, label, onPick }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <span className="date-picker">
      <button
        type="button"
        className="link small"
        aria-label={label}
        onClick={() => input.current?.showPicker()}
      >
        日历
      </button>
      <input
        ref={input}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        value={/^\d{4}-\d{2}-\d{2}$/.test(value) ? value : ''}
        onChange={({ target }) => target.value !== '' && onPick(target.value)}
      />
    </span>
  );
}
