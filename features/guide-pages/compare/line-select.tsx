import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { useId } from 'react';

interface Props {
  readonly guide: CheckedGuide;
  readonly label: string;
  /** What stands for no line. */
  readonly none: string;
  readonly value: string;
  readonly onChange: (line: string) => void;
}

/** Chooses a line, by the guide's categories. The browser's own list works with any keyboard and reader. */
export function LineSelect({ guide, label, none, value, onChange }: Props) {
  const id = useId();
  return (
    <div className="guide-select">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{none}</option>
        {guide.guide.categories.map((category) => (
          <optgroup key={category.number} label={`${category.number} ${category.title}`}>
            {category.items
              .flatMap((item) => item.lines)
              .flatMap(({ text }) => guide.lines.find((l) => l.id === text) ?? [])
              .map((line) => (
                <option key={line.id} value={line.id}>
                  {line.section} {line.title}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
