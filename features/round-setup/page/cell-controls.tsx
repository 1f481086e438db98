import './rounds.css';

interface Shared {
  readonly label: string;
  readonly value: string;
  readonly fixed: boolean;
  readonly onChange: (value: string) => void;
}

interface Option {
  readonly value: string;
  readonly text: string;
}

/** A choice in a cell of a table; where nothing may be changed, what was chosen. */
export function CellChoice({
  label,
  value,
  fixed,
  onChange,
  options,
}: Shared & { readonly options: readonly Option[] }) {
  if (fixed) return <span>{options.find((option) => option.value === value)?.text ?? value}</span>;
  return (
    <select
      className="round-control"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}

/** A line of text, a number or a day in a cell. */
export function CellText({
  label,
  value,
  fixed,
  onChange,
  kind = 'text',
}: Shared & { readonly kind?: 'text' | 'number' | 'date' }) {
  if (fixed) return <span>{value}</span>;
  return (
    <input
      className={`round-control round-control-${kind}`}
      aria-label={label}
      type={kind}
      {...(kind === 'number' && { min: 0, inputMode: 'numeric' as const })}
      value={value}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** A box to tick in a cell; `text` stands beside it. */
export function CellTick({
  label,
  text,
  checked,
  fixed,
  onChange,
}: {
  readonly label: string;
  readonly text: string;
  readonly checked: boolean;
  readonly fixed: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <label className="round-tick">
      <input
        type="checkbox"
        aria-label={label}
        checked={checked}
        disabled={fixed}
        onChange={(event) => onChange(event.target.checked)}
      />
      {text}
    </label>
  );
}
