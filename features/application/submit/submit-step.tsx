import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useApplication } from '../frame/application-world.ts';
import { receiptView } from './contract.ts';

/** 提交: one key for this page, so that a second click or a retry finds the receipt of the first. */
export function SubmitStep() {
  const { view, reload } = useApplication();
  const { ask, busy, fault } = useDesk();
  const [key] = useState(() => crypto.randomUUID());
  const button = view.buttons.find(({ command }) => command === 'submit');
  const submit = async () => {
    const path = `/api/applications/${view.id}/submit`;
    if (await ask({ method: 'POST', path, body: { key } }, receiptView)) reload();
  };
  return (
    <Panel title="三、提交">
      <div role="alert">
        {fault && (
          <Alert
            type="error"
            showIcon
            title={
              fault.code === 'unreachable'
                ? '没有收到服务器的答复，不能确定是否已经提交。请再点一次提交：不会重复提交。'
                : fault.message
            }
          />
        )}
      </div>
      {!button && <p>由本单位的管理员或提交人提交。</p>}
      {button && (
        <>
          <p className="quiet small finish-note">
            提交时服务器再检查一遍。收到后给出回执；没有回执就是没有提交。
          </p>
          {button.held !== null && <p>{button.held}</p>}
          <Button
            type="primary"
            loading={busy}
            disabled={button.held !== null}
            onClick={() => void submit()}
          >
            提交申报
          </Button>
        </>
      )}
    </Panel>
  );
}
