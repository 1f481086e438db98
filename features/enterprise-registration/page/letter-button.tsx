import { saveFile } from '@fuchi/platform-browser/save-file';
import { Button } from 'antd';
import { useState } from 'react';
import { authorisationLetter } from '../authorisation-letter.ts';
import type { Draft } from '../contract.ts';

interface Props {
  readonly draft: Draft;
  readonly person: string;
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The letter of authorisation with what was filled in so far, to be printed, signed and sealed. */
export function LetterButton({ draft, person }: Props) {
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    const { writeDocx } = await import('@fuchi/documents/docx/docx-writer');
    saveFile('授权书.docx', DOCX, writeDocx(authorisationLetter(draft, person)));
    setBusy(false);
  };
  return (
    <p className="registration-letter">
      <Button loading={busy} onClick={() => void save()}>
        下载授权书样本（Word）
      </Button>
      <span className="small quiet">已带入上面填的单位和姓名，打印后签字、盖章、扫描上传。</span>
    </p>
  );
}
