import { useUploads } from '@fuchi/platform-browser/use-uploads';
import { MOST_PART, uploadView } from '@fuchi/record-upload/contract';
import { endingsFor, type UploadPurpose } from '@fuchi/record-upload/contract-purpose';
import { FileDrop } from '@fuchi/ui/file-drop.tsx';
import { useRef } from 'react';

interface Props {
  readonly purpose: UploadPurpose;
  readonly label: string;
  readonly hint: string;
  /** Hands in what was sent whole. */
  readonly onWhole: (upload: { readonly id: string; readonly name: string }) => Promise<void>;
}

/** Where files of one purpose are dropped: what is whole is handed in and leaves the list. */
export function SealDrop({ purpose, label, hint, onWhole }: Props) {
  const dropped = useRef<(id: string) => void>(() => {});
  const uploads = useUploads({
    purpose,
    contract: uploadView,
    mostPart: MOST_PART,
    onWhole: (upload) => void onWhole(upload).then(() => dropped.current(upload.id)),
  });
  dropped.current = (id) => {
    const item = uploads.items.find((one) => one.upload?.id === id);
    if (item) uploads.release(item.key);
  };
  return (
    <FileDrop
      label={label}
      hint={hint}
      accept={endingsFor(purpose)
        .map((ending) => `.${ending}`)
        .join(',')}
      many
      items={uploads.items.filter(({ state: how }) => how !== 'whole')}
      onFiles={uploads.add}
      onRemove={uploads.remove}
    />
  );
}
