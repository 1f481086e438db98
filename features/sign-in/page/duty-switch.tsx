import { Dialog } from '@fuchi/ui/dialog.tsx';
import type { DutyView, SessionView } from '../contract.ts';
import { DutyChoice } from './duty-choice.tsx';
import './sign-in.css';

interface Props {
  readonly duties: readonly DutyView[];
  readonly chosen: DutyView | null;
  readonly onClose: () => void;
  readonly onSession: (view: SessionView) => void;
}

/** Another duty, without signing in anew. */
export function DutySwitch({ duties, chosen, onClose, onSession }: Props) {
  return (
    <Dialog open title="换岗位" footer={null} onCancel={onClose}>
      <DutyChoice duties={duties} chosen={chosen} onSession={onSession} />
    </Dialog>
  );
}
