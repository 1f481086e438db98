import { Dialog } from '@fuchi/ui/dialog.tsx';
import { Button } from 'antd';
import type { SessionView } from '../contract.ts';

interface Props {
  /** Who acts now. */
  readonly view: SessionView;
  readonly onReload: () => void;
}

/** The page was opened by somebody else, or from another duty: what stands on it may not be this one's to see or send. */
export function OtherDuty({ view: { name, duty }, onReload }: Props) {
  return (
    <Dialog
      open
      title="登录的人或岗位已经换了"
      closable={false}
      footer={
        <Button type="primary" onClick={onReload}>
          离开本页
        </Button>
      }
    >
      <p>
        现在登录的是{name}（{duty?.organisation} · {duty?.roleName}
        ），本页是换之前打开的，不能再用。
      </p>
    </Dialog>
  );
}
