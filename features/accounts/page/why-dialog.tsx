import type { DeskFault } from '@fuchi/platform-browser/desk-fetch';
import { Dialog } from '@fuchi/ui/dialog.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { Alert } from 'antd';
import { type ReactNode, useState } from 'react';

interface Props {
  readonly title: string;
  /** What the button says. */
  readonly go: string;
  /** It takes something away from somebody. */
  readonly danger?: boolean;
  readonly busy: boolean;
  readonly fault: DeskFault | undefined;
  readonly onGo: (why: string) => void;
  readonly onClose: () => void;
  /** What will happen. */
  readonly children: ReactNode;
}

/** Asks why something is done to somebody before it is done; the reason is kept. */
export function WhyDialog({
  title,
  go,
  danger = false,
  busy,
  fault,
  onGo,
  onClose,
  children,
}: Props) {
  const [why, setWhy] = useState('');
  const [missing, setMissing] = useState(false);
  const short = why.trim().length < 2;
  const told = missing && short ? MISSING : fault;
  return (
    <Dialog
      open
      title={title}
      okText={go}
      cancelText="取消"
      okButtonProps={{ danger }}
      confirmLoading={busy}
      onOk={() => {
        setMissing(true);
        if (!short) onGo(why.trim());
      }}
      onCancel={onClose}
    >
      <div className="entry-form">
        <div>{children}</div>
        <Field
          label="原因"
          value={why}
          onChange={setWhy}
          autoComplete="off"
          hint="会留在记录里。"
          path="why"
          fault={told}
        />
        <div role="alert">
          {told && told.message !== '' && <Alert type="error" showIcon title={told.message} />}
        </div>
      </div>
    </Dialog>
  );
}

const MISSING: DeskFault = {
  code: 'missing',
  message: '',
  faults: [{ path: 'why', message: '请写明原因' }],
};
