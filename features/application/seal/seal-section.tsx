import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Panel } from '@fuchi/ui/panel.tsx';
import { useFocusKept } from '@fuchi/ui/use-focus-kept';
import { Alert } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { useApplication } from '../frame/application-world.ts';
import { type SealView, sealView } from './contract.ts';
import { SealDrop } from './seal-drop.tsx';
import { SealPrints } from './seal-prints.tsx';
import { SealScan } from './seal-scan.tsx';
import './seal.css';

interface Props {
  /** Something came in or was taken back: what may be submitted has to be asked anew. */
  readonly onChanged: () => void;
}

/**
 * 盖章: what a finalised version printed, what of it came back sealed, and the way to hand it in. To be mounted anew
 * (`key`) for another version.
 */
export function SealSection({ onChanged }: Props) {
  const { view } = useApplication();
  const { ask, busy, fault } = useDesk();
  const [seals, setSeals] = useState<SealView>();
  const [reading, setReading] = useState('');
  const [last, setLast] = useState('');
  const heading = useFocusKept<HTMLHeadingElement>(seals?.scans.length ?? 0);
  const path = `/api/applications/${view.id}/seals`;
  const take = useCallback(
    (next: SealView | undefined) => {
      if (!next) return;
      setSeals(next);
      onChanged();
    },
    [onChanged],
  );
  useEffect(() => {
    void ask({ path }, sealView).then((next) => next && setSeals(next));
  }, [ask, path]);

  const add = async (upload: { readonly id: string; readonly name: string }, to = path) => {
    setReading(upload.name);
    setLast(upload.name);
    take(await ask({ method: 'POST', path: to, body: { upload: upload.id } }, sealView));
    setReading('');
  };
  if (!seals || seals.version === null) return null;
  const { prints, scans, open, electronic } = seals;
  return (
    <Panel title="二、打印、签章、扫描" heading={heading}>
      <p className="quiet small panel-lead">
        打印第{seals.version}
        版的每一份，签字盖章后扫描成PDF或图片传上来。每页左下角的码不要裁掉；几份可以扫在一起。
        {electronic && '本批次也接受电子签章：在打印件的PDF上签章，可以不打印。'}
      </p>
      <SealPrints application={view.id} prints={prints} />
      <div role="alert">
        {fault && (
          <Alert
            type="error"
            showIcon
            title={fault.faults.length > 0 ? `没有收下“${last}”` : fault.message}
            description={
              fault.faults.length > 0 && (
                <ul className="plain-list">
                  {fault.faults.map(({ path: at, message }) => (
                    <li key={`${at} ${message}`}>{message}</li>
                  ))}
                </ul>
              )
            }
          />
        )}
      </div>
      {scans.map((scan) => (
        <SealScan
          key={scan.id}
          application={view.id}
          scan={scan}
          prints={prints}
          open={open}
          busy={busy}
          onAssign={(at, is) =>
            void ask(
              { method: 'POST', path: `${path}/${scan.id}/pages`, body: { at, is } },
              sealView,
            ).then(take)
          }
          onRemove={() =>
            void ask({ method: 'DELETE', path: `${path}/${scan.id}` }, sealView).then(take)
          }
        />
      ))}
      {open && (
        <SealDrop
          purpose="sealed-scan"
          label="上传盖章的扫描件"
          hint="PDF、JPG或PNG，一个文件最多80页、200MB"
          onWhole={add}
        />
      )}
      {open && electronic && (
        <SealDrop
          purpose="signed-print"
          label="上传电子签章的打印件"
          hint="下载上面的PDF，不打印、不另存，用本单位的证书直接签章；一份一个PDF，最多50MB"
          onWhole={(upload) => add(upload, `${path}/signed`)}
        />
      )}
      <p role="status" className="quiet small">
        {reading !== '' && `正在查看${reading}……`}
      </p>
    </Panel>
  );
}
