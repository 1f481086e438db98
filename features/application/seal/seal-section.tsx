import { useDesk } from '@fuchi/platform-browser/use-desk';
import { useUploads } from '@fuchi/platform-browser/use-uploads';
import { MOST_PART, uploadView } from '@fuchi/record-upload/contract';
import { endingsFor } from '@fuchi/record-upload/contract-purpose';
import { FileDrop } from '@fuchi/ui/file-drop.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Alert } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useApplication } from '../frame/application-world.ts';
import { type SealView, sealView } from './contract.ts';
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

  const dropped = useRef<(id: string) => void>(() => {});
  const add = useCallback(
    async (upload: { readonly id: string; readonly name: string }) => {
      setReading(upload.name);
      setLast(upload.name);
      take(await ask({ method: 'POST', path, body: { upload: upload.id } }, sealView));
      setReading('');
      dropped.current(upload.id);
    },
    [ask, path, take],
  );
  const uploads = useUploads({
    purpose: 'sealed-scan',
    contract: uploadView,
    mostPart: MOST_PART,
    onWhole: (upload) => void add(upload),
  });
  dropped.current = (id) => {
    const item = uploads.items.find((one) => one.upload?.id === id);
    if (item) uploads.release(item.key);
  };
  if (!seals || seals.version === null) return null;
  const { prints, scans, open } = seals;
  return (
    <Panel title="二、打印、签章、扫描">
      <p className="quiet small panel-lead">
        打印第{seals.version}
        版的每一份，签字盖章后扫描成PDF或图片传上来。每页左下角的码不要裁掉；几份可以扫在一起。
      </p>
      <SealPrints application={view.id} prints={prints} />
      <div role="alert">
        {fault && (
          <Alert
            type="error"
            showIcon
            title={fault.faults.length > 0 ? `没有收下${last}` : fault.message}
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
        <FileDrop
          label="上传盖章的扫描件"
          hint="PDF、JPG或PNG，一个文件最多80页、200MB"
          accept={endingsFor('sealed-scan')
            .map((ending) => `.${ending}`)
            .join(',')}
          many
          items={uploads.items.filter(({ state: how }) => how !== 'whole')}
          onFiles={uploads.add}
          onRemove={uploads.remove}
        />
      )}
      <p role="status" className="quiet small">
        {reading !== '' && `正在识别${reading}每页的码……`}
      </p>
    </Panel>
  );
}
