import { AskOnceMore } from '@fuchi/ui/ask-once-more.tsx';

interface Props {
  readonly name: string;
  readonly disabled?: boolean;
  readonly onRemove: () => void;
}

/** 撤下: a file may be a scan of forty pages, and is gone at once; so it is asked once more. */
export function RemoveFileButton({ name, disabled = false, onRemove }: Props) {
  return (
    <AskOnceMore
      name="撤下"
      label={`撤下${name}`}
      says="撤下后不能恢复，需要时要重新上传。"
      yes="撤下"
      no="不撤"
      disabled={disabled}
      onYes={onRemove}
    />
  );
}
