import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Dialog } from '@fuchi/ui/dialog.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Alert, Button } from 'antd';
import { type Ref, useState } from 'react';
import { FindingList } from '../check/finding-list.tsx';
import { useCheck } from '../check/use-check.ts';
import { finalised } from '../finalise/contract.ts';
import { useApplication } from '../frame/application-world.ts';
import { PartLink } from '../frame/part-link.tsx';
import { moved } from '../move/contract.ts';

interface Props {
  /** Where the keyboard goes on when the application has moved. */
  readonly heading: Ref<HTMLHeadingElement>;
}

/** 检查和定稿; and the way back, which voids what was printed and sealed. */
export function FinaliseStep({ heading }: Props) {
  const { view, draft, reload } = useApplication();
  const { check, fault: unchecked } = useCheck();
  const { ask, busy, fault } = useDesk();
  const blocking = check?.findings.filter(({ blocks }) => blocks) ?? [];
  const [reopening, setReopening] = useState(false);
  const path = `/api/applications/${view.id}`;
  const finalise = async () => {
    if (await ask({ method: 'POST', path: `${path}/finalise` }, finalised)) reload();
  };
  const reopen = async () => {
    const done = await ask({ method: 'POST', path: `${path}/reopen` }, moved);
    setReopening(false);
    if (done) reload();
  };
  const why = fault ?? unchecked;
  const held = view.buttons.find(({ command }) => command === 'finalise')?.held ?? null;
  return (
    <Panel
      title={view.open ? '一、检查和定稿' : `一、已定稿：第${view.version}版`}
      heading={heading}
    >
      <div role="alert">
        {why && (
          <Alert
            type="error"
            showIcon
            title={why.message}
            description={
              why.faults.length > 0 && (
                <ul className="plain-list">
                  {why.faults.map(({ path: at, message }) => (
                    <li key={`${at} ${message}`}>{message}</li>
                  ))}
                </ul>
              )
            }
          />
        )}
      </div>
      <p role="status">{stateText(check !== undefined, blocking.length)}</p>
      {blocking.length > 0 && (
        <>
          <FindingList application={view.id} findings={blocking.slice(0, SHOWN)} />
          <p>
            <PartLink application={view.id} part="check">
              查看全部检查结果
            </PartLink>
          </p>
        </>
      )}
      {held !== null && <p className="quiet">{held}</p>}
      {view.open ? (
        <>
          <p className="quiet small finish-note">
            定稿后内容锁定，要改只能作废这一版、重新盖章。系统随即生成要签字盖章的文件，每页带二维码。
          </p>
          {/* Keys: the keyboard would else stand on 重新修改 where it pressed 定稿. */}
          <Button
            key="finalise"
            type="primary"
            loading={busy}
            disabled={!check || blocking.length > 0 || draft.waiting > 0 || held !== null}
            onClick={() => void finalise()}
          >
            定稿并生成文件
          </Button>
        </>
      ) : (
        <>
          <p className="quiet small finish-note">{VOIDS}</p>
          <Button key="reopen" onClick={() => setReopening(true)}>
            重新修改
          </Button>
          <Dialog
            open={reopening}
            title={`重新修改，第${view.version}版作废？`}
            okText="作废这一版，重新修改"
            cancelText="不改"
            okButtonProps={{ loading: busy }}
            onOk={() => void reopen()}
            onCancel={() => setReopening(false)}
          >
            <p>{VOIDS}</p>
          </Dialog>
        </>
      )}
    </Panel>
  );
}

const SHOWN = 5;
const VOIDS =
  '重新修改会作废这一版：打印件和已上传的盖章件都不再有效。即使一处也不改，再定稿也是新的一版，须重新打印、签字盖章、上传。';

function stateText(checked: boolean, blocking: number): string {
  if (!checked) return '正在检查……';
  return blocking === 0 ? '检查通过。' : `检查没有通过，还有${blocking}处要处理。`;
}
