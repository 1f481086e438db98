import type { Filling } from '@fuchi/forms/filling';
import type { Form } from '@fuchi/guide/form';
import { type DragEvent, useState } from 'react';
import { readUpload, type Upload } from './read-upload.ts';
import { faultText } from './refused-request.ts';
import { UploadResult } from './upload-result.tsx';

interface Props {
  readonly form: Form;
  readonly filling: Filling;
  readonly onTake: (filling: Filling) => void;
}

/** Takes a filled spreadsheet, picked or dragged here; what it holds replaces nothing before it was shown. */
export function UploadBox({ form, filling, onTake }: Props) {
  const [state, setState] = useState<'still' | 'over' | 'reading'>('still');
  const [upload, setUpload] = useState<Upload>();
  const [told, setTold] = useState('');
  const read = async (file: File | undefined) => {
    if (!file || state === 'reading') return;
    setUpload(undefined);
    setTold('');
    setState('reading');
    try {
      setUpload(await readUpload(form, file));
    } catch (error) {
      setTold(`“${file.name}”：${faultText(error)}`);
    } finally {
      setState('still');
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setState('still');
    void read(event.dataTransfer.files[0]);
  };
  const end = (says: string) => {
    setUpload(undefined);
    setTold(says);
  };
  return (
    <>
      <label
        className={state === 'over' ? 'upload-box upload-over' : 'upload-box'}
        onDragOver={(event) => {
          event.preventDefault();
          setState('over');
        }}
        onDragLeave={() => setState('still')}
        onDrop={drop}
      >
        <span className="upload-pick">选择填好的Excel</span>
        {state === 'reading' ? '，正在读取……' : '，或者拖到这里'}
        <input
          type="file"
          className="visually-hidden"
          accept=".xlsx"
          onChange={({ target }) => {
            void read(target.files?.[0]);
            // The same file, mended, can be chosen again.
            target.value = '';
          }}
        />
      </label>
      <p className="quiet small">
        只读取从本页下载的Excel。文件会发送到本网站的服务器读取，读完不保存；替换之前先列出与现在所填的不同。
      </p>
      <p className="file-fault" role="alert">
        {told}
      </p>
      {upload && (
        <UploadResult
          form={form}
          filling={filling}
          upload={upload}
          onTake={() => {
            onTake(upload.filling);
            end('已换成文件里的内容，可以撤销。');
          }}
          onLeave={() => end('没有替换，所填的内容不变。')}
        />
      )}
    </>
  );
}
