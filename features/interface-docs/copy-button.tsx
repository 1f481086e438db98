import { copyText } from '@fuchi/platform-browser/copy-text';
import { Button } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';

interface Props {
  readonly text: string;
  readonly children: ReactNode;
}

const SAID = { copied: '已复制', refused: '浏览器不允许复制，请选中后复制' } as const;

/** Puts a text on the clipboard and says whether it is there. */
export function CopyButton({ text, children }: Props) {
  const [done, setDone] = useState<keyof typeof SAID | ''>('');
  useEffect(() => {
    if (done === '') return;
    const timer = setTimeout(() => setDone(''), 4000);
    return () => clearTimeout(timer);
  }, [done]);
  return (
    <>
      <Button
        htmlType="button"
        onClick={() => void copyText(text).then((copied) => setDone(copied ? 'copied' : 'refused'))}
      >
        {children}
      </Button>
      <span role="status" className="small">
        {done !== '' && SAID[done]}
      </span>
    </>
  );
}
