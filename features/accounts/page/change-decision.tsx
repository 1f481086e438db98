import type { DeskFault } from '@fuchi/platform-browser/desk-fetch';
import { Dialog } from '@fuchi/ui/dialog.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { ChangeDecisionBody, ChangeView } from '../contract-change.ts';

type Command = ChangeView['buttons'][number];

interface Props {
  readonly change: ChangeView;
  readonly busy: boolean;
  readonly fault: DeskFault | undefined;
  readonly onDecide: (decision: ChangeDecisionBody) => void;
  /** A dialog is opened or closed: what went wrong before is gone. */
  readonly onOpen: () => void;
}

/** The buttons of a change; each is asked once more, with the opinion that is kept. */
export function ChangeDecision({ change, busy, fault, onDecide, onOpen }: Props) {
  const [chosen, setChosen] = useState<Command>();
  if (change.buttons.length === 0) return null;
  const open = (command: Command | undefined) => {
    onOpen();
    setChosen(command);
  };
  return (
    <div className="accounts-decision">
      {change.buttons.map((button) => (
        <Button
          key={button.command}
          type={['approve', 'agree'].includes(button.command) ? 'primary' : 'default'}
          disabled={busy || button.held !== null}
          title={button.held ?? ''}
          onClick={() => open(button)}
        >
          {button.name}
        </Button>
      ))}
      {change.buttons.map(
        ({ command, held }) =>
          held !== null && (
            <span key={command} className="quiet small">
              {held}
            </span>
          ),
      )}
      {chosen && (
        <Decide
          change={change}
          chosen={chosen}
          busy={busy}
          fault={fault}
          onDecide={onDecide}
          onClose={() => open(undefined)}
        />
      )}
    </div>
  );
}

interface DecideProps extends Omit<Props, 'onOpen'> {
  readonly chosen: Command;
  readonly onClose: () => void;
}

function Decide({ change, chosen, busy, fault, onDecide, onClose }: DecideProps) {
  const [said, setSaid] = useState('');
  const [missing, setMissing] = useState(false);
  const lacks = chosen.asks && said.trim() === '';
  return (
    <Dialog
      open
      title={chosen.name}
      okText={chosen.name}
      cancelText="取消"
      confirmLoading={busy}
      onOk={() => {
        setMissing(true);
        if (!lacks) onDecide({ command: chosen.command, said: said.trim() });
      }}
      onCancel={onClose}
    >
      <div className="entry-form">
        <p>{effectOf(change, chosen.command)}</p>
        {chosen.command !== 'withdraw' && (
          <Field
            label={chosen.asks ? '理由' : '意见（可以不填）'}
            value={said}
            onChange={setSaid}
            autoComplete="off"
            lines={3}
            path="said"
            fault={
              missing && lacks
                ? { message: '', faults: [{ path: 'said', message: '请写明理由' }] }
                : undefined
            }
          />
        )}
        <div role="alert">{fault && <Alert type="error" showIcon title={fault.message} />}</div>
      </div>
    </Dialog>
  );
}

function effectOf({ kind, unit, newName, into }: ChangeView, command: Command['command']): string {
  switch (command) {
    case 'approve':
      return kind === 'rename'
        ? `同意后，${unit.name}更名为${newName}，原名称留作曾用名。`
        : `同意后，${unit.name}并入${into?.name}，原单位关闭，信用代码可以重新注册；以前的申报留在原单位名下。`;
    case 'agree':
      return `同意${unit.name}并入本单位，再由推荐单位审核。`;
    case 'withdraw':
      return '撤回以后可以重新申请。';
    default:
      return '不同意，申请就此结束；对方会看到理由。';
  }
}
