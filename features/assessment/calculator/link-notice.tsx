import { addressPart, dropAddressPart } from '@fuchi/platform-browser/address';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { type Answers, isBlank } from '../answers/answers.ts';
import { type LinkRead, linkPart, readLinkPart } from '../answers/link.ts';

interface Props {
  readonly guide: CheckedGuide;
  readonly answers: Answers;
  readonly onAnswer: (change: Partial<Answers>) => void;
}

/** A link that holds answers: taken at once into an empty page, else the person chooses. And a way to make one. */
export function LinkNotice({ guide, answers, onAnswer }: Props) {
  const [read, setRead] = useState<LinkRead>({ kind: 'none' });
  const [copied, setCopied] = useState('');
  const blank = isBlank(answers);
  useEffect(() => {
    let gone = false;
    const part = addressPart();
    void readLinkPart(part, guide).then((found) => {
      if (gone || found.kind === 'none') return;
      dropAddressPart();
      setRead(found);
    });
    return () => {
      gone = true;
    };
  }, [guide]);
  const take = () => {
    if (read.kind === 'answers') onAnswer(read.answers);
    setRead({ kind: 'none' });
  };
  useEffect(() => {
    if (read.kind === 'answers' && blank && read.madeFor === null) {
      onAnswer(read.answers);
      setRead({ kind: 'none' });
    }
  }, [read, blank, onAnswer]);
  const copy = async () => {
    const link = `${window.location.origin}${window.location.pathname}#${await linkPart(guide, answers)}`;
    await navigator.clipboard.writeText(link).then(
      () => setCopied('链接已复制，打开它就是现在的答案。答案在链接的“#”后面，不经过服务器。'),
      () => setCopied(link),
    );
  };
  return (
    <>
      {read.kind === 'broken' && (
        <Alert
          type="warning"
          showIcon
          closable
          title="链接不完整，读不出里面的答案。请让对方重新复制完整的链接。"
        />
      )}
      {read.kind === 'answers' && (
        <Alert
          type="info"
          showIcon
          title={
            read.madeFor === null
              ? '这个链接带有一份答案，本浏览器里也有一份。'
              : `这个链接是用另一版指南（${read.madeFor}）填的，仍然适用的答案可以带过来，结论以现在的指南为准。`
          }
          action={
            <>
              <Button size="small" type="primary" onClick={take}>
                用链接里的
              </Button>
              <Button size="small" onClick={() => setRead({ kind: 'none' })}>
                {blank ? '不用' : '保留我的'}
              </Button>
            </>
          }
        />
      )}
      {!blank && (
        <div className="calculator-tools">
          <Button size="small" onClick={() => void copy()}>
            复制链接
          </Button>
          <span role="status" className="small quiet">
            {copied}
          </span>
        </div>
      )}
    </>
  );
}
