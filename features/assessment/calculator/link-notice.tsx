import { addressPart, dropAddressPart } from '@fuchi/platform-browser/address';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { Alert, Button } from 'antd';
import { memo, useEffect, useState } from 'react';
import { type LinkRead, readLinkPart } from '../answers/link.ts';
import type { Answer } from '../answers/use-answers.ts';

interface Props {
  readonly guide: CheckedGuide;
  /** Whether nothing is answered in this browser. */
  readonly blank: boolean;
  readonly onAnswer: Answer;
}

/** A link that holds answers: taken at once into an empty page, else the person chooses. */
export const LinkNotice = memo(function LinkNotice({ guide, blank, onAnswer }: Props) {
  const [read, setRead] = useState<LinkRead>({ kind: 'none' });
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
    </>
  );
});
