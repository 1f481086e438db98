import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Dialog } from '@fuchi/ui/dialog.tsx';
import { Alert, Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useApplication } from '../frame/application-world.ts';
import { moved } from './contract.ts';

interface Props {
  readonly command: 'withdraw' | 'give-up';
  /** What follows from it. */
  readonly says: string;
}

/** A command that takes the application back or ends it, with the reason that is asked for; nothing where it can't be given. */
export function MoveButton({ command, says }: Props) {
  const { view, reload } = useApplication();
  const { ask, busy, fault } = useDesk();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const id = useId();
  const button = view.buttons.find((one) => one.command === command);
  if (!button) return null;
  const give = async () => {
    const path = `/api/applications/${view.id}/${command}`;
    if (!(await ask({ method: 'POST', path, body: { reason } }, moved))) return;
    setOpen(false);
    reload();
  };
  return (
    <>
      <Button
        disabled={button.held !== null}
        title={button.held ?? undefined}
        onClick={() => setOpen(true)}
      >
        {button.name}
      </Button>
      <Dialog
        open={open}
        title={button.name}
        okText={button.name}
        cancelText="取消"
        okButtonProps={{ disabled: reason.trim() === '', loading: busy }}
        onOk={() => void give()}
        onCancel={() => setOpen(false)}
      >
        <p>{says}</p>
        <label htmlFor={id}>理由</label>
        <Input.TextArea
          id={id}
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <div role="alert">{fault && <Alert type="error" showIcon title={fault.message} />}</div>
      </Dialog>
    </>
  );
}
