import type { DeskFault } from '@fuchi/platform-browser/desk-fetch';
import { dropUpload } from '@fuchi/platform-browser/upload-file';
import { useUploads } from '@fuchi/platform-browser/use-uploads';
import { MOST_PART, type UploadView, uploadDone, uploadView } from '@fuchi/record-upload/contract';
import { endingsFor, typesInWords, UPLOAD_PURPOSES } from '@fuchi/record-upload/contract-purpose';
import { FileDrop } from '@fuchi/ui/file-drop.tsx';
import { useState } from 'react';
import type { ScanView } from '../contract.ts';

interface Props {
  readonly purpose: 'licence' | 'authorisation';
  /** What is there already, as the server knew it when the page was opened. */
  readonly scan: ScanView | null;
  /** The upload that is meant now. */
  readonly upload: string | null;
  readonly onChange: (upload: string | null) => void;
  readonly fault: DeskFault | undefined;
}

const MB = 1024 * 1024;

/** One paper: a scan that is sent at once and kept; another one takes its place when it is whole. */
export function ScanField({ purpose, scan, upload, onChange, fault }: Props) {
  const [last, setLast] = useState<Omit<ScanView, 'type'> | null>(scan);
  const take = (next: UploadView | null) => {
    if (last && !last.referred && last.upload !== next?.id)
      void dropUpload(last.upload, uploadDone);
    setLast(next && { upload: next.id, name: next.name, size: next.size, referred: false });
    onChange(next?.id ?? null);
  };
  const uploads = useUploads({
    purpose,
    contract: uploadView,
    mostPart: MOST_PART,
    onWhole: (whole) => take(whole),
  });
  const there = last && last.upload === upload ? last : undefined;
  const { name, most } = UPLOAD_PURPOSES[purpose];
  return (
    <FileDrop
      label={name}
      hint={`${HINTS[purpose]}${typesInWords(purpose)}，最大${most / MB}MB。`}
      accept={endingsFor(purpose)
        .map((ending) => `.${ending}`)
        .join(',')}
      items={[
        ...(there
          ? [
              {
                key: there.upload,
                name: there.name,
                size: there.size,
                received: there.size,
                state: 'whole' as const,
                message: '',
                href: `/api/uploads/${there.upload}/content?as=inline`,
              },
            ]
          : []),
        ...uploads.items.filter(({ state }) => state !== 'whole'),
      ]}
      onFiles={uploads.add}
      onRemove={(key) => (key === there?.upload ? take(null) : uploads.remove(key))}
      path={purpose}
      fault={fault}
    />
  );
}

const HINTS = {
  licence: '扫描或拍照，四角完整、字迹清楚。',
  authorisation: '盖章后的扫描件。',
} as const;
