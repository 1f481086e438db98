import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import './ask-once-more.css';

interface Props {
  /** What the button says: 撤下. */
  readonly name: string;
  /** What it is called where its name alone doesn't say of what: 撤下审计报告.pdf. */
  readonly label?: string;
  /** What follows from it. */
  readonly says: string;
  /** How it is confirmed, and how it is left. */
  readonly yes: string;
  readonly no: string;
  readonly disabled?: boolean;
  readonly onYes: () => void;
}

/**
 * A button whose command can't be taken back: it asks once more in its own place. The keyboard goes on with the answer
 * that does nothing, and comes back to the button.
 */
export function AskOnceMore(props: Props) {
  const { name, label = name, says, yes, no, disabled = false, onYes } = props;
  const [asking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const leave = useRef<HTMLButtonElement>(null);
  const moved = useRef(false);
  const id = useId();
  useEffect(() => {
    // What is disabled can't be stood on: it waits until it can.
    if (!moved.current || disabled) return;
    moved.current = false;
    // What was stood on is gone; whoever the command led elsewhere is left there.
    if (document.activeElement === document.body) (asking ? leave : button).current?.focus();
  }, [asking, disabled]);
  const turn = (next: boolean) => {
    moved.current = true;
    setAsking(next);
  };
  const onEscape = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') turn(false);
  };
  if (!asking) {
    return (
      <Button
        ref={button}
        size="small"
        disabled={disabled}
        aria-label={label}
        onClick={() => turn(true)}
      >
        {name}
      </Button>
    );
  }
  return (
    <span className="ask-once-more">
      <span id={id} role="status">
        {says}
      </span>
      <Button
        size="small"
        danger
        disabled={disabled}
        aria-describedby={id}
        onKeyDown={onEscape}
        onClick={() => {
          turn(false);
          onYes();
        }}
      >
        {yes}
      </Button>
      <Button
        ref={leave}
        size="small"
        aria-describedby={id}
        onKeyDown={onEscape}
        onClick={() => turn(false)}
      >
        {no}
      </Button>
    </span>
  );
}
