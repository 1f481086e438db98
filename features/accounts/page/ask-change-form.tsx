import { useDesk } from '@fuchi/platform-browser/use-desk';
import { useUploads } from '@fuchi/platform-browser/use-uploads';
import { MOST_PART, uploadView } from '@fuchi/record-upload/contract';
import { endingsFor, typesInWords, UPLOAD_PURPOSES } from '@fuchi/record-upload/contract-purpose';
import { Choice } from '@fuchi/ui/entry/choice.tsx';
import { EntryForm } from '@fuchi/ui/entry/entry-form.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { FileDrop } from '@fuchi/ui/file-drop.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import { type OwnChanges, ownChanges } from '../contract-change.ts';
import type { UnitRow } from '../contract-unit.ts';

interface Props {
  readonly unit: UnitRow;
  /** Who decides. */
  readonly recommender: string;
  readonly onDone: (next: OwnChanges | undefined) => void;
}

const PURPOSE = 'unit-change';
const { most } = UPLOAD_PURPOSES[PURPOSE];
const ACCEPT = endingsFor(PURPOSE)
  .map((ending) => `.${ending}`)
  .join(',');

/** An enterprise asks for another name, or to go into another, with a scan that proves it. */
export function AskChangeForm({ unit, recommender, onDone }: Props) {
  const [kind, setKind] = useState<'rename' | 'merge'>('rename');
  const [newName, setNewName] = useState('');
  const [intoCode, setIntoCode] = useState('');
  const [people, setPeople] = useState('move');
  const [reason, setReason] = useState('');
  const { busy, fault, ask, tell } = useDesk();
  const { items, add, remove, release } = useUploads({
    purpose: PURPOSE,
    contract: uploadView,
    mostPart: MOST_PART,
  });
  const proof = items.find(({ state }) => state === 'whole');
  const send = async () => {
    if (!proof?.upload) {
      const message = items.length > 0 ? '请等文件传完' : '请上传证明';
      return tell({ code: 'typed', message: '', faults: [{ path: 'proof', message }] });
    }
    const said = kind === 'rename' ? { kind, newName, reason } : { kind, intoCode, people, reason };
    const body = { ...said, proof: proof.upload.id };
    const next = await ask({ method: 'POST', path: '/api/people/changes', body }, ownChanges);
    if (!next) return;
    release(proof.key);
    onDone(next);
  };
  const told = fault && {
    ...fault,
    message: fault.faults.find(({ path }) => path === '')?.message ?? fault.message,
  };
  return (
    <div className="accounts-entry">
      <h3>申请变更</h3>
      <EntryForm
        send="提交申请"
        sending="正在提交"
        busy={busy}
        fault={told}
        onSend={() => void send()}
        aside={<Button onClick={() => onDone(undefined)}>不申请了</Button>}
      >
        <Choice
          label="变更"
          value={kind}
          onChange={(value) => setKind(value === 'merge' ? 'merge' : 'rename')}
          choices={[
            { value: 'rename', text: '更名' },
            { value: 'merge', text: '并入另一家单位' },
          ]}
          path="kind"
          fault={fault}
        />
        {kind === 'rename' ? (
          <Field
            label="新名称"
            value={newName}
            onChange={setNewName}
            autoComplete="off"
            hint={`与新营业执照一致。现在的名称：${unit.name}`}
            path="newName"
            fault={fault}
          />
        ) : (
          <>
            <Field
              label="并入的单位的统一社会信用代码"
              value={intoCode}
              onChange={setIntoCode}
              autoComplete="off"
              hint="对方应已在本系统注册，由它的管理员先同意。"
              path="intoCode"
              fault={fault}
            />
            <Choice
              label="本单位的人员"
              value={people}
              onChange={setPeople}
              choices={[
                { value: 'move', text: '转入对方单位：填报人、提交人岗位不变，管理员转为填报人' },
                { value: 'end', text: '岗位全部终止' },
              ]}
              path="people"
              fault={fault}
            />
          </>
        )}
        <Field
          label="理由"
          value={reason}
          onChange={setReason}
          autoComplete="off"
          lines={3}
          path="reason"
          fault={fault}
        />
        <FileDrop
          label={kind === 'rename' ? '新营业执照' : '合并的登记证明'}
          hint={`扫描或拍照，四角完整、字迹清楚。${typesInWords(PURPOSE)}，最大${most / 1024 / 1024}MB。`}
          accept={ACCEPT}
          items={items}
          onFiles={(files) => {
            for (const item of items) remove(item.key);
            add(files);
          }}
          onRemove={remove}
          path="proof"
          fault={fault}
        />
        <p className="quiet small">由{recommender}审核，结果在本页看。</p>
      </EntryForm>
    </div>
  );
}
