import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Dialog } from '@fuchi/ui/dialog.tsx';
import { EntryForm } from '@fuchi/ui/entry/entry-form.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import { type VersionView, versionView } from '../contract.ts';

interface Props {
  readonly version: VersionView;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Takes a wrong version back, with the reason. */
export function WithdrawDialog({ version, onClose, onDone }: Props) {
  const [because, setBecause] = useState('');
  const { busy, fault, ask } = useDesk();
  const send = async () => {
    const path = `/api/register-versions/${version.id}/withdrawal`;
    if (await ask({ method: 'POST', path, body: { because } }, versionView)) onDone();
  };
  return (
    <Dialog open title={`撤回第${version.number}版`} footer={null} onCancel={onClose}>
      <p className="register-warning">
        撤回以后，由没有撤回的上一版作答；没有上一版的，回到“未核”。撤回记入操作记录，不能恢复，要再用请重新导入。
      </p>
      <EntryForm
        send="撤回"
        sending="正在撤回"
        busy={busy}
        fault={fault}
        onSend={() => void send()}
        aside={<Button onClick={onClose}>取消</Button>}
      >
        <Field
          label="原因"
          value={because}
          onChange={setBecause}
          autoComplete="off"
          hint="例如：导错了文件、公布单位更正了名单。"
          path="because"
          fault={fault}
        />
      </EntryForm>
    </Dialog>
  );
}
