import type { DeskFault } from '@fuchi/platform-browser/desk-fetch';
import { Dialog } from '@fuchi/ui/dialog.tsx';
import { Alert } from 'antd';
import type { DutyOf, PersonView } from '../contract-people.ts';

interface Props {
  readonly person: PersonView;
  readonly duty: DutyOf;
  readonly busy: boolean;
  readonly fault: DeskFault | undefined;
  readonly onGo: () => void;
  readonly onClose: () => void;
}

/** Asks before a duty is taken away. */
export function EndDutyDialog({ person, duty, busy, fault, onGo, onClose }: Props) {
  return (
    <Dialog
      open
      title={`免去${person.name}的${duty.roleName}`}
      okText="免去"
      cancelText="取消"
      okButtonProps={{ danger: true }}
      confirmLoading={busy}
      onOk={onGo}
      onCancel={onClose}
    >
      <p>
        免去以后，{person.name}不能再以这个岗位办事，请人代办的也一并收回；以前办的事都留在记录里。
      </p>
      <div role="alert">{fault && <Alert type="error" showIcon title={fault.message} />}</div>
    </Dialog>
  );
}
