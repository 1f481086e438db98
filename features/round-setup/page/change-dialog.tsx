import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Dialog } from '@fuchi/ui/dialog.tsx';
import { EntryForm } from '@fuchi/ui/entry/entry-form.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { SheetTable } from '@fuchi/ui/sheet-table.tsx';
import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import {
  type ChangePreview,
  changePreview,
  commandDone,
  type RoundContentBody,
  type RoundView,
} from '../contract.ts';

interface Props {
  readonly round: RoundView;
  readonly content: RoundContentBody;
  readonly command: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** What a change makes different and which applications it concerns, and sending it to be signed. */
export function ChangeDialog({ round, content, command, onClose, onDone }: Props) {
  const [preview, setPreview] = useState<ChangePreview>();
  const [said, setSaid] = useState('');
  const { fault: unread, ask: look } = useDesk();
  const { busy, fault, ask } = useDesk();
  const path = `/api/desk/rounds/${round.id}/changes`;
  const { revision } = round;
  useEffect(() => {
    const body = { ...content, revision, command, said: '' };
    void look({ method: 'POST', path: `${path}/preview`, body }, changePreview).then(setPreview);
  }, [look, path, content, revision, command]);
  const send = async () => {
    const body = { ...content, revision, command, said };
    if (await ask({ method: 'POST', path, body }, commandDone)) onDone();
  };
  return (
    <Dialog
      open
      title={`变更和影响：${round.content.name}`}
      footer={null}
      width={860}
      onCancel={onClose}
    >
      {!preview && <p role="status">{unread?.message ?? '正在比较，并逐个评估已有的申报……'}</p>}
      {preview && (
        <div className="round-preview">
          {preview.faults.length > 0 && (
            <Alert
              type="error"
              showIcon
              title={`还有${preview.faults.length}处没设好，改好才能送签`}
              description={
                <ul>
                  {preview.faults.map(({ path: at, message }) => (
                    <li key={`${at} ${message}`}>{message}</li>
                  ))}
                </ul>
              }
            />
          )}
          <h3>改了什么</h3>
          <SheetTable rows={preview.rows} title="改了什么" empty="什么都没有改。" />
          <h3>影响哪些申报</h3>
          <p>
            {preview.impact.applications === 0
              ? '还没有申报。'
              : `${preview.impact.applications}个申报中，有${preview.impact.changed}个的结论或补助上限会改变。`}
          </p>
          {preview.impact.rows.length > 0 && (
            <SheetTable rows={preview.impact.rows} title="受影响的申报" empty="" />
          )}
          {preview.faults.length === 0 && preview.rows.length > 0 && (
            <EntryForm
              send="送签"
              sending="正在送签"
              busy={busy}
              fault={fault}
              onSend={() => void send()}
              aside={<Button onClick={onClose}>再改改</Button>}
            >
              <Field
                label="理由"
                value={said}
                onChange={setSaid}
                autoComplete="off"
                lines={3}
                hint="签批的人都看得到。签完以前，批次照旧。"
                path="said"
                fault={fault}
              />
            </EntryForm>
          )}
        </div>
      )}
    </Dialog>
  );
}
