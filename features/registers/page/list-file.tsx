import { useUploads } from '@fuchi/platform-browser/use-uploads';
import { MOST_PART, uploadView } from '@fuchi/record-upload/contract';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { FileDrop } from '@fuchi/ui/file-drop.tsx';
import { Button } from 'antd';
import { useId, useState } from 'react';
import type { RegisterView } from '../contract.ts';
import { pastedFile } from './pasted-file.ts';

interface Props {
  readonly register: RegisterView;
  readonly year: string;
  readonly onYear: (year: string) => void;
  /** The upload that came whole; undefined where it was taken away. */
  readonly onUpload: (upload: string | undefined) => void;
}

/** The file of a list, or what was copied out of one. */
export function ListFile({ register, year, onYear, onUpload }: Props) {
  const { items, add, remove } = useUploads({
    purpose: 'register',
    contract: uploadView,
    mostPart: MOST_PART,
    onWhole: ({ id }) => onUpload(id),
  });
  const take = (files: readonly File[]) => {
    for (const item of items) remove(item.key);
    onUpload(undefined);
    add(files);
  };
  return (
    <div className="register-steps">
      {register.yearly && (
        <Field
          label="名单所属年度"
          value={year}
          onChange={onYear}
          autoComplete="off"
          numeric
          hint={`四位数，例如 ${register.lists[0]?.year ?? '2022'}。`}
          path="year"
          fault={undefined}
        />
      )}
      <FileDrop
        label="名单文件"
        hint="Excel 文件（.xlsx），不超过20MB、10万行。列名与模板不同也可以，下一步核对。"
        accept=".xlsx"
        items={items}
        onFiles={take}
        onRemove={(key) => {
          remove(key);
          onUpload(undefined);
        }}
      />
      <Paste title={register.title} onFile={(file) => take([file])} />
    </div>
  );
}

/** Rows copied out of a spreadsheet become a file like any other, so that what was imported can be looked at later. */
function Paste({
  title,
  onFile,
}: {
  readonly title: string;
  readonly onFile: (file: File) => void;
}) {
  const [text, setText] = useState('');
  const [fault, setFault] = useState('');
  const id = useId();
  const send = async () => {
    const file = await pastedFile(title, text);
    setFault(file ? '' : '请连同列名一起复制，至少两行。');
    if (!file) return;
    setText('');
    onFile(file);
  };
  return (
    <details className="register-paste">
      <summary>或者从表格里复制，粘贴到这里</summary>
      <div className="register-steps">
        <label htmlFor={id} className="small">
          连同列名一起复制
        </label>
        <textarea
          id={id}
          value={text}
          spellCheck={false}
          aria-invalid={fault !== ''}
          aria-describedby={`${id}-fault`}
          onChange={(event) => setText(event.target.value)}
        />
        <p id={`${id}-fault`} className="entry-wrong small" role="alert">
          {fault}
        </p>
        <Button disabled={text.trim() === ''} onClick={() => void send()}>
          用粘贴的内容
        </Button>
      </div>
    </details>
  );
}
