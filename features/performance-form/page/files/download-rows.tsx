import { blankFilling, type Filling } from '@fuchi/forms/filling';
import type { Form } from '@fuchi/guide/form';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { Button } from 'antd';
import { useState } from 'react';
import { faultText } from './refused-request.ts';
import { saveForm } from './save-form.ts';
import { savePdf } from './save-pdf.ts';

interface Props {
  readonly guide: CheckedGuide;
  readonly form: Form;
  /** What counts of what is filled in. */
  readonly counted: Filling;
  /** Whether nothing is filled in yet. */
  readonly blank: boolean;
}

const KINDS = ['Word', 'Excel', 'PDF'] as const;
type Kind = (typeof KINDS)[number];

/** The form as a file, as it is filled in and blank, and where each is made. */
export function DownloadRows({ guide, form, counted, blank }: Props) {
  const [making, setMaking] = useState('');
  const [fault, setFault] = useState('');
  const download = async (row: string, kind: Kind, filled: boolean) => {
    setMaking(`${row} ${kind}`);
    setFault('');
    try {
      const filling = filled ? counted : blankFilling(form.id);
      if (kind === 'PDF') await savePdf(form, filled ? filling : undefined);
      else await saveForm(guide, form, filling, kind === 'Word' ? 'docx' : 'xlsx');
    } catch (error) {
      setFault(faultText(error));
    } finally {
      setMaking('');
    }
  };
  const rows = [
    { name: '填好的表', filled: true },
    { name: '空白表', filled: false },
  ];
  return (
    <>
      {rows.map(({ name, filled }) => (
        <div key={name} className="file-row">
          <span className="file-name">{name}</span>
          {KINDS.map((kind) => (
            <Button
              key={kind}
              disabled={filled && blank}
              loading={making === `${name} ${kind}`}
              aria-label={`下载${name}：${kind}`}
              onClick={() => void download(name, kind, filled)}
            >
              {kind}
            </Button>
          ))}
        </div>
      ))}
      <p className="quiet small">
        Word和Excel在本浏览器里生成，填写的内容不离开这台电脑。PDF由服务器排版：下载填好的PDF时，填写的内容会发送到本网站的服务器，生成后不保存。
      </p>
      <p className="file-fault" role="alert">
        {fault}
      </p>
    </>
  );
}
