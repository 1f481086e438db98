import type { GuideData } from '@fuchi/platform-browser/guide-data';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { Panel } from '@fuchi/ui/panel.tsx';
import { type ChangeEvent, useState } from 'react';
import { GuideFrame } from '../frame/guide-frame.tsx';
import { ComparisonView } from './comparison-view.tsx';
import type { GuideFileRead } from './read-guide-file.ts';
import './versions.css';

/** `/guide/versions`: the open guide beside another version that a person has on disk. */
export function VersionsPage({ data: { guide } }: { readonly data: GuideData }) {
  const [name, setName] = useState('');
  const [read, setRead] = useState<GuideFileRead>();
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    setName(file?.name ?? '');
    setRead(file ? await readChosen(file) : undefined);
  };
  const { title, version, digest } = guide.guide;
  return (
    <GuideFrame
      guide={guide}
      title="版本比较"
      lead={<p>逐条比较两版指南：哪些类别新增、取消、改名，哪些条款和数改了。</p>}
    >
      <Panel title="现在打开的指南">
        <p>
          {title} · 指南数据版本 {version} · 校验码{' '}
          <code title={digest}>{digest.slice(0, 12)}</code>
        </p>
        <p>
          本站现在只有这一个版本，没有更早的版本可以直接比较。要与别的版本比较，请选择那一版的指南数据文件。
        </p>
        <p>
          <a href="/api/guide" download={`${guide.guide.id}-${version}.json`}>
            下载指南数据（JSON）
          </a>
          <span className="small quiet"> 留着它，下一版发布后就能比较。</span>
        </p>
        <p className="guide-file">
          <label className="guide-file-way">
            选择另一版的指南数据文件
            <input
              className="visually-hidden"
              type="file"
              accept=".json,application/json"
              onChange={(event) => void choose(event)}
            />
          </label>
          <span className="quiet">{name}</span>
        </p>
        <p className="small quiet">文件只在本浏览器里读，不会上传。</p>
        <div role="status">
          {read && !read.ok && <p className="guide-refused">{read.sentence}</p>}
        </div>
      </Panel>
      {read?.ok && <Compared key={read.guide.guide.digest} open={guide} chosen={read.guide} />}
    </GuideFrame>
  );
}

/** The reader comes with the first file chosen: whoever only looks at this page doesn't wait for it. */
async function readChosen(file: Blob): Promise<GuideFileRead> {
  try {
    const { readGuideFile } = await import('./read-guide-file.ts');
    return await readGuideFile(file);
  } catch {
    return { ok: false, sentence: '没有读成：网络不通，或者文件打不开。请重新选择一次。' };
  }
}

interface ComparedProps {
  readonly open: CheckedGuide;
  readonly chosen: CheckedGuide;
}

function Compared({ open, chosen }: ComparedProps) {
  const [turned, setTurned] = useState(false);
  const chosenFirst = isEarlier(chosen, open) !== turned;
  const [before, after] = chosenFirst ? [chosen, open] : [open, chosen];
  return (
    <ComparisonView before={before} after={after} open={open} onTurn={() => setTurned(!turned)} />
  );
}

function isEarlier(a: CheckedGuide, b: CheckedGuide): boolean {
  const order = a.guide.year.localeCompare(b.guide.year, 'zh', { numeric: true });
  if (order !== 0) return order < 0;
  return a.guide.version.localeCompare(b.guide.version, 'zh', { numeric: true }) <= 0;
}
