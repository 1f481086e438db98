import { addressPath, onAddress } from '@fuchi/platform-browser/address';
import { PageFrame } from '@fuchi/ui/page-frame.tsx';
import { Button } from 'antd';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { type GuideData, loadGuideData } from './guide-data.ts';
import { GuideStamp } from './guide-stamp.tsx';
import { LineChooser } from './line-chooser.tsx';
import { LineWorkspace } from './line-workspace.tsx';
import './page.css';

/** Which line fits, how much, and what is missing: `/` to choose a line, `/lines/<id>` to work on it. */
export function AssessmentPage() {
  const [data, setData] = useState<GuideData | 'loading' | 'failed'>('loading');
  const [attempt, setAttempt] = useState(1);
  useEffect(() => {
    const loading = new AbortController();
    loadGuideData(loading.signal)
      .then(setData)
      .catch(() => attempt > 0 && !loading.signal.aborted && setData('failed'));
    return () => loading.abort();
  }, [attempt]);

  if (typeof data === 'object') return <Opened data={data} />;
  return (
    <PageFrame subtitle="专项资金申报指南测算" footer="">
      <h1 className="visually-hidden">专项资金申报指南测算</h1>
      <p className="page-state" role="status">
        {data === 'loading' ? '正在读取指南……' : '读取不到指南，请检查网络后重试。'}
      </p>
      {data === 'failed' && (
        <Button
          onClick={() => {
            setData('loading');
            setAttempt(attempt + 1);
          }}
        >
          重试
        </Button>
      )}
    </PageFrame>
  );
}

function Opened({ data }: { readonly data: GuideData }) {
  const path = useSyncExternalStore(onAddress, addressPath);
  const line = data.guide.lines.find((l) => path === `/lines/${l.id}`);
  const { title, fund } = data.guide.guide;
  useEffect(() => {
    document.title = line ? `${line.title} · 扶持` : '扶持 · 专项资金申报指南测算';
  }, [line]);
  return (
    <PageFrame subtitle={title || fund} footer={<GuideStamp guide={data.guide} />}>
      {line ? (
        <LineWorkspace key={line.id} data={data} line={line} />
      ) : (
        <LineChooser guide={data.guide} astray={path !== '/'} />
      )}
    </PageFrame>
  );
}
