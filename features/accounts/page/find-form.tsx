import { Button, Input } from 'antd';
import { useId, useState } from 'react';

interface Props {
  readonly q: string;
  readonly placeholder: string;
  readonly onFind: (q: string) => void;
}

/** A text to look for. */
export function FindForm({ q, placeholder, onFind }: Props) {
  const [typed, setTyped] = useState(q);
  const id = useId();
  return (
    <search>
      <form
        className="accounts-search"
        onSubmit={(event) => {
          event.preventDefault();
          onFind(typed.trim());
        }}
      >
        <label htmlFor={id}>查找</label>
        <Input
          id={id}
          value={typed}
          maxLength={60}
          placeholder={placeholder}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button htmlType="submit">查找</Button>
      </form>
    </search>
  );
}
