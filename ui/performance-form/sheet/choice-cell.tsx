import { addressText } from '@fuchi/forms/field-address';
import { typedText } from '@fuchi/forms/typed-text';
import { saidId, sayable } from './field-notes.tsx';
import { useSheet } from './sheet-world.ts';
import type { CellProps } from './text-cell.tsx';

interface Props extends CellProps {
  readonly options: readonly string[];
  /** What stands there while nothing is chosen. */
  readonly prompt: string;
}

/** One of a few printed words. What was pasted and is none of them stays, and is said to be none. */
export function ChoiceCell({ address, name, options, prompt, off = false, notes }: Props) {
  const { filling, said, type } = useSheet();
  const field = addressText(address);
  const text = typedText(filling, address);
  const faulty = sayable(said.get(field)).some((finding) => finding.severity === 'fault');
  return (
    <select
      id={field}
      data-field={field}
      className={text === '' ? 'cell cell-choice cell-empty' : 'cell cell-choice'}
      value={text}
      disabled={off}
      aria-label={name}
      aria-invalid={faulty}
      aria-describedby={[saidId(field), notes].filter(Boolean).join(' ')}
      onChange={({ target }) => type(address, target.value)}
    >
      <option value="">{prompt}</option>
      {options.map((option) => (
        <option key={option}>{option}</option>
      ))}
      {text !== '' && !options.includes(text) && <option>{text}</option>}
    </select>
  );
}
