import { addressText, type FieldAddress } from '@fuchi/forms/field-address';
import { MOST_GOAL, MOST_TEXT } from '@fuchi/forms/filling-limits';
import { typedText } from '@fuchi/forms/typed-text';
import { saidId, sayable } from './field-notes.tsx';
import { useSheet } from './sheet-world.ts';
import './cell.css';

export interface CellProps {
  readonly address: FieldAddress;
  /** The whole name: levels, label, unit. */
  readonly name: string;
  /** Of a row that isn't asked. */
  readonly off?: boolean;
  /** The element that explains the row. */
  readonly notes?: string | undefined;
}

interface Props extends CellProps {
  /** figure: a number; line: one line of text; lines: several. */
  readonly kind: 'figure' | 'line' | 'lines';
  readonly placeholder?: string;
}

/** A cell one writes in. The sheet around it does the keys; see use-sheet-keys.ts. */
export function TextCell({ address, name, kind, placeholder, off = false, notes }: Props) {
  const { filling, said, type } = useSheet();
  const field = addressText(address);
  const text = typedText(filling, address);
  const faulty = sayable(said.get(field)).some((finding) => finding.severity === 'fault');
  const props = {
    id: field,
    'data-field': field,
    'data-long': address.kind === 'goal' ? true : undefined,
    className: `cell cell-${kind}`,
    value: text,
    disabled: off,
    placeholder,
    autoComplete: 'off',
    spellCheck: false,
    maxLength: address.kind === 'goal' ? MOST_GOAL : MOST_TEXT,
    'aria-label': name,
    'aria-invalid': faulty,
    'aria-describedby': [saidId(field), notes].filter(Boolean).join(' '),
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      type(address, target.value),
  };
  if (kind !== 'lines')
    return <input {...props} inputMode={kind === 'figure' ? 'decimal' : 'text'} />;
  return (
    // What is written stands behind the field too, unseen: it gives the field its height.
    <span className="cell-grow" data-text={text}>
      <textarea {...props} rows={1} />
    </span>
  );
}
