import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Dialog } from '@fuchi/ui/dialog.tsx';
import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import { type ChangesView, changesView, type VersionView } from '../contract.ts';
import { ChangeList } from './change-list.tsx';

interface Props {
  readonly version: VersionView;
  readonly onClose: () => void;
}

/** What a version changed against the one that answered before it. */
export function ChangesDialog({ version, onClose }: Props) {
  const [changes, setChanges] = useState<ChangesView>();
  const { fault, ask } = useDesk();
  useEffect(() => {
    const path = `/api/register-versions/${version.id}/changes`;
    void ask({ path }, changesView).then(setChanges);
  }, [ask, version.id]);
  return (
    <Dialog
      open
      title={`第${version.number}版比上一版的变化`}
      width={900}
      footer={null}
      onCancel={onClose}
    >
      {fault && <Alert type="error" showIcon title={fault.message} />}
      {changes ? <ChangeList changes={changes} /> : !fault && <p role="status">正在比较……</p>}
    </Dialog>
  );
}
