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
import { type AskedStatement, askedList } from './contract.ts';

interface Props {
  readonly statement: AskedStatement;
  readonly onAnswered: (list: readonly AskedStatement[]) => void;
  readonly onClose: () => void;
}

const PURPOSE = 'statement';
const { most } = UPLOAD_PURPOSES[PURPOSE];
const ACCEPT = endingsFor(PURPOSE)
  .map((ending) => `.${ending}`)
  .join(',');

/** What a recommender states: the date, what it says, and the scan of the sealed paper. */
export function RecordForm({ statement, onAnswered, onClose }: Props) {
  const acceptance = statement.kind === 'acceptance';
  const [statedOn, setStatedOn] = useState('');
  const [organised, setOrganised] = useState('');
  const [opinion, setOpinion] = useState('');
  const { ask, tell, busy, fault } = useDesk();
  const { items, add, remove, release } = useUploads({
    purpose: PURPOSE,
    contract: uploadView,
    mostPart: MOST_PART,
  });
  const scan = items.find(({ state }) => state === 'whole');
  const send = async () => {
    const missing = [
      ...(statedOn === '' ? [{ path: 'statedOn', message: '请填写日期' }] : []),
      ...(acceptance && organised === ''
        ? [{ path: 'organised', message: '请说明验收是否由本单位组织' }]
        : []),
      ...(opinion.trim() === '' ? [{ path: 'opinion', message: '请写明意见' }] : []),
      ...(scan
        ? []
        : [{ path: 'scan', message: items.length > 0 ? '请等文件传完' : '请上传盖章扫描件' }]),
    ];
    if (missing.length > 0 || !scan?.upload) {
      return tell({ code: 'typed', message: '', faults: missing });
    }
    const body = {
      statedOn,
      organised: acceptance ? organised === 'yes' : null,
      opinion,
      scan: scan.upload.id,
    };
    const path = `/api/statements/${statement.id}/record`;
    const list = await ask({ method: 'POST', path, body }, askedList);
    if (!list) return;
    release(scan.key);
    onAnswered(list);
  };
  return (
    <EntryForm
      send="登记"
      sending="正在登记"
      busy={busy}
      fault={fault}
      onSend={() => void send()}
      aside={<Button onClick={onClose}>取消</Button>}
    >
      <Field
        label={acceptance ? '验收完成日期' : '说明日期'}
        value={statedOn}
        onChange={setStatedOn}
        autoComplete="off"
        date
        {...(acceptance &&
          statement.lastDay !== null && { hint: `不晚于申报截止日期${statement.lastDay}。` })}
        path="statedOn"
        fault={fault}
      />
      {acceptance && (
        <Choice
          label="验收由谁组织"
          value={organised}
          onChange={setOrganised}
          choices={[
            { value: '', text: '请选择' },
            { value: 'yes', text: '本单位组织验收' },
            { value: 'no', text: '其他单位组织验收' },
          ]}
          path="organised"
          fault={fault}
        />
      )}
      <Field
        label={acceptance ? '验收意见' : '哪些手续无需办理，依据是什么'}
        value={opinion}
        onChange={setOpinion}
        autoComplete="off"
        lines={4}
        path="opinion"
        fault={fault}
      />
      <FileDrop
        label="盖章扫描件"
        hint={`${typesInWords(PURPOSE)}，最大${most / 1024 / 1024}MB。登记后请打开看一看，方向不正、看不清的可以收回重新登记。`}
        accept={ACCEPT}
        items={items}
        onFiles={(files) => {
          for (const item of items) remove(item.key);
          add(files);
        }}
        onRemove={remove}
        path="scan"
        fault={fault}
      />
    </EntryForm>
  );
}
