import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { Dialog } from './dialog.tsx';

interface Props {
  /** What it is: 手机号码. */
  readonly label: string;
  /** With only its ends. */
  readonly masked: string;
  /** Asks for the whole value, and says why there is none. Without it the value stays masked. */
  readonly onLook?: (
    why: string,
  ) => Promise<
    { readonly ok: true; readonly value: string } | { readonly ok: false; readonly message: string }
  >;
}

const SHORTEST = 2;

/** Personal data: masked, and in full for who says why, which is kept. */
export function MaskedValue({ label, masked, onLook }: Props) {
  const [open, setOpen] = useState(false);
  const [value, setValue] = useState<string>();
  return (
    <span className="masked-value">
      <span className="amount" role="status">
        {value ?? masked}
      </span>{' '}
      {onLook && value === undefined && (
        <Button
          size="small"
          type="link"
          aria-label={`查看完整的${label}`}
          onClick={() => setOpen(true)}
        >
          查看
        </Button>
      )}
      {value !== undefined && (
        <Button
          size="small"
          type="link"
          aria-label={`遮住${label}`}
          onClick={() => setValue(undefined)}
        >
          遮住
        </Button>
      )}
      {onLook && open && (
        <ReasonDialog
          label={label}
          onLook={onLook}
          onSeen={setValue}
          onClose={() => setOpen(false)}
        />
      )}
    </span>
  );
}

interface ReasonProps {
  readonly label: string;
  readonly onLook: NonNullable<Props['onLook']>;
  readonly onSeen: (value: string) => void;
  readonly onClose: () => void;
}

function ReasonDialog({ label, onLook, onSeen, onClose }: ReasonProps) {
  const [why, setWhy] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const id = useId();
  const ask = async () => {
    if (why.trim().length < SHORTEST) return setFault('请写明查看的原因');
    setBusy(true);
    const seen = await onLook(why.trim());
    setBusy(false);
    if (!seen.ok) return setFault(seen.message);
    onSeen(seen.value);
    onClose();
  };
  return (
    <Dialog
      open
      title={`查看完整的${label}`}
      okText="查看"
      cancelText="取消"
      confirmLoading={busy}
      onOk={() => void ask()}
      onCancel={onClose}
    >
      <p>查看会留下记录：谁、什么时候、为什么。</p>
      <label htmlFor={id}>原因</label>
      <Input
        id={id}
        autoFocus
        maxLength={200}
        value={why}
        status={fault === '' ? '' : 'error'}
        aria-describedby={`${id}-fault`}
        onChange={({ target }) => setWhy(target.value)}
        onPressEnter={() => void ask()}
      />
      <p id={`${id}-fault`} role="alert" className="masked-value-fault">
        {fault}
      </p>
    </Dialog>
  );
}
