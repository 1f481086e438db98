import { Button } from 'antd';
import { useState } from 'react';
import type { ReportContent } from './report-blocks.ts';
import { saveReport } from './save-report.ts';

interface Props {
  readonly content: ReportContent;
  readonly madeOn: string;
}

/** 下载Word: made in the page, so that nothing that was typed leaves the machine. */
export function WordButton({ content, madeOn }: Props) {
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');
  const save = async () => {
    setState('busy');
    try {
      await saveReport(content, madeOn);
      setState('ready');
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      {state === 'failed' && (
        <span role="alert">没有生成Word文件：网络可能断了，请重试，或用“打印或存为PDF”。</span>
      )}
      <Button loading={state === 'busy'} onClick={save}>
        下载Word
      </Button>
    </>
  );
}
