import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import type { EntryFault } from './entry-fault.ts';
import './entry.css';

interface Props {
  /** What the button says, and what it says while it works. */
  readonly send: string;
  readonly sending: string;
  readonly busy: boolean;
  readonly fault: EntryFault | undefined;
  readonly onSend: () => void;
  readonly children: ReactNode;
  /** What stands beside the button. */
  readonly aside?: ReactNode;
}

/** A few fields and the button that sends them; what was refused stands above the button and is read out. */
export function EntryForm({ send, sending, busy, fault, onSend, children, aside }: Props) {
  return (
    <form
      className="entry-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSend();
      }}
    >
      {children}
      <div role="alert">{fault && <Alert type="error" showIcon title={plainMessage(fault)} />}</div>
      <div className="entry-actions">
        <Button type="primary" htmlType="submit" loading={busy}>
          {busy ? sending : send}
        </Button>
        {aside}
      </div>
    </form>
  );
}

/** What stands beside a field needn't be said twice. */
function plainMessage({ message, faults }: EntryFault): string {
  return faults.some(({ path }) => path !== '') ? '请按提示修改后再提交' : message;
}
