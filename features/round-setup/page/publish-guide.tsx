import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { type GuideCheck, guideCheck } from '../contract.ts';
import { GuideFaults } from './guide-faults.tsx';

interface Props {
  readonly onClose: () => void;
  readonly onPublished: () => void;
}

/** What is to be published: a folder that was packed, or the guide that comes with the program. */
type Source = { readonly kind: 'shipped' } | { readonly kind: 'zip'; readonly file: File };

/** Checks a guide, shows all its faults by file and line, and publishes it when there is none. */
export function PublishGuide({ onClose, onPublished }: Props) {
  const [source, setSource] = useState<Source>();
  const [check, setCheck] = useState<GuideCheck>();
  const { busy, fault, ask } = useDesk();
  const look = async (from: Source, publish: 'yes' | 'no') => {
    setSource(from);
    setCheck(undefined);
    const shipped = from.kind === 'shipped';
    const path = `/api/desk/guides${shipped ? '/shipped' : ''}?publish=${publish}`;
    const bytes = shipped ? undefined : new Blob([from.file], { type: 'application/zip' });
    const found = await ask({ method: 'POST', path, ...(bytes && { bytes }) }, guideCheck);
    setCheck(found);
    if (found?.published === 'new') onPublished();
  };
  return (
    <section className="round-publish" aria-label="发布指南版本">
      <div className="round-more">
        <label className="round-file">
          <input
            type="file"
            className="visually-hidden"
            accept=".zip,application/zip"
            disabled={busy}
            onChange={(event) => {
              const file = event.target.files?.[0];
              // The same file again, mended meanwhile, is a new one.
              event.target.value = '';
              if (file) void look({ kind: 'zip', file }, 'no');
            }}
          />
          <span>选择指南文件夹的压缩包（.zip）</span>
        </label>
        <Button disabled={busy} onClick={() => void look({ kind: 'shipped' }, 'no')}>
          用随程序附带的指南
        </Button>
        <Button disabled={busy} onClick={onClose}>
          关闭
        </Button>
      </div>
      <p role="status">{busy && '正在检查指南，并运行全部例子……'}</p>
      <div role="alert">{fault && <Alert type="error" showIcon title={fault.message} />}</div>
      {check && !busy && (
        <Checked check={check} onPublish={() => source && void look(source, 'yes')} />
      )}
    </section>
  );
}

function Checked({
  check,
  onPublish,
}: {
  readonly check: GuideCheck;
  readonly onPublish: () => void;
}) {
  const { title, version, digest, count, files, published, taken } = check;
  return (
    <>
      <p>
        {title}，{version}版，{files}个文件
        <br />
        <code className="round-code">{digest}</code>
      </p>
      {count > 0 && <GuideFaults count={count} faults={check.faults} />}
      {taken !== null && (
        <Alert
          type="error"
          showIcon
          title={`${version}版已经发布过另一份内容。已发布的版本不会改变，请把 guide.yaml 里的版本号改大再发布。`}
        />
      )}
      {published === 'before' && (
        <Alert type="info" showIcon title="这一份已经发布过，一字不差。" />
      )}
      {published === 'new' && <Alert type="success" showIcon title={`${version}版已发布。`} />}
      {count === 0 && published === 'none' && taken === null && (
        <div className="round-more">
          <span>没有问题，例子全部算对。</span>
          <Button type="primary" onClick={onPublish}>
            发布{version}版
          </Button>
        </div>
      )}
    </>
  );
}
