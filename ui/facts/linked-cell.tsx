import type { LinkSpec } from '@fuchi/policy/fact-spec';
import { AutoComplete, Input } from 'antd';
import { useState } from 'react';
import { faultsId } from './faults-id.ts';
import { offeredFor, useRowNumbers } from './row-numbers.ts';

interface Props {
  readonly link: LinkSpec;
  readonly path: string;
  readonly text: string;
  readonly label: string;
  readonly faulty: boolean;
  readonly onChange: (text: string) => void;
}

/** A cell that names rows of a list: their numbers are offered as one types, and anything else may be typed too. */
export function LinkedCell({ link, path, text, label, faulty, onChange }: Props) {
  const numbersOf = useRowNumbers();
  const [numbers, setNumbers] = useState<readonly string[]>([]);
  return (
    <AutoComplete
      className="cell-linked"
      value={text}
      options={[...offeredFor(text, numbers)]}
      popupMatchSelectWidth={false}
      showSearch={{ filterOption: false }}
      onFocus={() => setNumbers(numbersOf(link))}
      onChange={(next: string | undefined) => onChange(next ?? '')}
    >
      <Input
        placeholder="未知"
        autoComplete="off"
        maxLength={200}
        status={faulty ? 'error' : ''}
        aria-label={label}
        aria-invalid={faulty}
        aria-describedby={faultsId(path)}
      />
    </AutoComplete>
  );
}
