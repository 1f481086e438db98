import { useDesk } from '@fuchi/platform-browser/use-desk';
import { momentText } from '@fuchi/ui/moment-text';
import { PageState } from '@fuchi/ui/page-state.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import type * as z from 'zod';
import { letterList } from '../contract.ts';
import './sign-in.css';

const LINK = /((?:https?:\/\/\S+)?\/sign-in\/new-password#[\w-]{43})/;

/** `/sign-in/letters`: in the demonstration, the letters that would have been sent. */
export function LettersPage() {
  usePageTitle('写好的邮件');
  const [letters, setLetters] = useState<z.infer<typeof letterList>>();
  const { fault, ask } = useDesk();
  useEffect(() => {
    void ask({ path: '/api/demonstration/letters' }, letterList).then(setLetters);
  }, [ask]);
  if (fault)
    return (
      <PageState>
        {fault.code === 'not-found' ? '只有演示模式才有这一页。' : fault.message}
      </PageState>
    );
  if (!letters) return <PageState>正在读取……</PageState>;
  return (
    <>
      <div className="page-title">
        <h1>写好的邮件</h1>
        <Alert
          type="warning"
          showIcon
          title="演示模式：邮件不寄出，谁都能在这里看到。正式使用时没有这一页。"
        />
      </div>
      {letters.length === 0 && <PageState>还没有邮件。</PageState>}
      {letters.map((letter) => (
        <Panel
          key={letter.id}
          title={letter.title}
          aside={<span className="quiet small">{momentText(letter.writtenAt)}</span>}
        >
          <p className="quiet small">收件人 {letter.to}</p>
          <p className="sign-in-letter">
            {letter.text.split(LINK).map((part) =>
              LINK.test(part) ? (
                <a key={part} href={part.slice(part.indexOf('/sign-in/'))}>
                  {part}
                </a>
              ) : (
                part
              ),
            )}
          </p>
        </Panel>
      ))}
    </>
  );
}
