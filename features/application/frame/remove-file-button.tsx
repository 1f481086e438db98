import { Button, Popconfirm } from 'antd';

interface Props {
  readonly name: string;
  readonly disabled?: boolean;
  readonly onRemove: () => void;
}

/** 撤下: a file may be a scan of forty pages, and is gone at once; so it is asked once more. */
export function RemoveFileButton({ name, disabled = false, onRemove }: Props) {
  return (
    <Popconfirm
      title={`撤下“${name}”？`}
      description="撤下后不能恢复，需要时要重新上传。"
      okText="撤下"
      cancelText="不撤"
      onConfirm={onRemove}
    >
      <Button size="small" disabled={disabled} aria-label={`撤下${name}`}>
        撤下
      </Button>
    </Popconfirm>
  );
}
