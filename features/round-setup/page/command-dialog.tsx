import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Dialog } from '@fuchi/ui/dialog.tsx';
import { EntryForm } from '@fuchi/ui/entry/entry-form.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import { commandDone, type RoundView } from '../contract.ts';

interface Props {
  readonly round: RoundView;
  readonly button: RoundView['buttons'][number];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const SAYS: Readonly<Record<string, string>> = {
  send: '送签以后，签批期间不能修改；您的意见就是“经办”一步的签署。',
  recall: '撤回以后回到编制中，已签的各步作废。',
  close: '结束以后不再办理；要再开放，须经签批。',
  cancel: '撤销已发布的批次，须经签批；签完以前照旧。',
  discard: '作废以后不能恢复。',
};

/** A command of a round, with the reason or opinion it asks for. */
export function CommandDialog({ round, button, onClose, onDone }: Props) {
  const { command, name, asks } = button;
  const [said, setSaid] = useState('');
  const { busy, fault, ask } = useDesk();
  const send = async () => {
    const waiting = round.signOffs.find(({ state }) => state === 'waiting');
    const done =
      command === 'recall'
        ? await ask(
            { method: 'POST', path: `/api/desk/sign-offs/${waiting?.id}/withdraw`, body: { said } },
            { parse: () => true },
          )
        : await ask(
            {
              method: 'POST',
              path: `/api/desk/rounds/${round.id}/commands`,
              body: { command, revision: round.revision, said },
            },
            commandDone,
          );
    if (done) onDone();
  };
  return (
    <Dialog open title={`${name}：${round.content.name}`} footer={null} onCancel={onClose}>
      <EntryForm
        send={name}
        sending="正在办理"
        busy={busy}
        fault={fault}
        onSend={() => void send()}
        aside={<Button onClick={onClose}>取消</Button>}
      >
        <p>{SAYS[command]}</p>
        {asks !== null && (
          <Field
            label={asks}
            value={said}
            onChange={setSaid}
            autoComplete="off"
            lines={3}
            path="said"
            fault={fault}
          />
        )}
      </EntryForm>
    </Dialog>
  );
}
