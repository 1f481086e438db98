import { Panel } from '@fuchi/ui/panel.tsx';
import { useFocusKept } from '@fuchi/ui/use-focus-kept';
import { useCallback, useState } from 'react';
import { BookSection } from '../book/book-section.tsx';
import { useApplication } from '../frame/application-world.ts';
import { MoveButton } from '../move/move-button.tsx';
import { SealSection } from '../seal/seal-section.tsx';
import { FinaliseStep } from './finalise-step.tsx';
import { ReceiptPanel } from './receipt-panel.tsx';
import { SubmitStep } from './submit-step.tsx';
import './submit.css';

/** 定稿提交: check, freeze, print and seal, submit; with the time that is left by the server's clock. */
export function FinishPage() {
  const { view } = useApplication();
  const { state, version, deadline } = view;
  const [sealed, setSealed] = useState(0);
  const heading = useFocusKept<HTMLHeadingElement>(state);
  const onSealed = useCallback(() => setSealed((count) => count + 1), []);
  const submitted = state === 'submitted';
  return (
    <>
      {!submitted && (
        <p className="finish-note quiet small">
          {deadline === null && '批次没有设定申报截止时间。'}
          以服务器时间为准；截止前到达服务器的算按时，保存草稿不算提交。
        </p>
      )}
      {submitted && <ReceiptPanel heading={heading} />}
      {!submitted && state !== 'withdrawn' && <FinaliseStep heading={heading} />}
      {state === 'finalised' && <SealSection key={`seals-${version}`} onChanged={onSealed} />}
      {state === 'finalised' && <SubmitStep key={`submit-${sealed}`} />}
      {(state === 'finalised' || submitted) && <BookSection application={view.id} />}
      {state === 'withdrawn' && (
        <Panel title="已放弃" heading={heading}>
          <p>这项申报已放弃。</p>
        </Panel>
      )}
      <div className="finish-ends">
        <MoveButton command="withdraw" says="撤回以后可以修改，须在截止前重新定稿、盖章、提交。" />
        <MoveButton command="give-up" says="放弃以后不能恢复。" />
      </div>
    </>
  );
}
