import { addressOf } from '@fuchi/platform-browser/address';
import { copyText } from '@fuchi/platform-browser/copy-text';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { Button } from 'antd';
import { useState } from 'react';
import { linkPart } from '../answers/link.ts';
import { answersNow } from '../answers/use-answers.ts';

/** Copies a link that holds all answers; where there is no clipboard, the link stands there to be copied by hand. */
export function LinkButton({ guide }: { readonly guide: CheckedGuide }) {
  const [said, setSaid] = useState<{ readonly text: string; readonly link: string } | null>(null);
  const copy = async () => {
    const link = addressOf(`/#${await linkPart(guide, answersNow(guide))}`);
    const text = (await copyText(link))
      ? '链接已复制。答案都在链接的“#”后面，不经过服务器；谁有这个链接谁就能看到答案。'
      : '浏览器不让复制，请手工复制下面的链接。答案都在“#”后面，不经过服务器。';
    setSaid({ text, link });
  };
  return (
    <>
      <Button size="small" onClick={() => void copy()}>
        复制链接
      </Button>
      <div role="status" className="link-said small">
        {said?.text}
        {said && <input readOnly aria-label="带答案的链接" value={said.link} />}
      </div>
    </>
  );
}
