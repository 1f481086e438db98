import { momentText } from '@fuchi/ui/moment-text';
import { PageState } from '@fuchi/ui/page-state.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Alert, Button } from 'antd';
import { useApplication } from '../frame/application-world.ts';
import { partName } from '../frame/part-names.ts';
import { FindingList } from './finding-list.tsx';
import { useCheck } from './use-check.ts';
import './check.css';

/** 检查: everything that stands between the application and its submission, by the part where it is mended. */
export function CheckPage() {
  const { view } = useApplication();
  const { check, fault, busy, again } = useCheck();
  const blocking = check?.findings.filter(({ blocks }) => blocks).length ?? 0;
  const parts = [...new Set(check?.findings.map(({ part }) => part))];
  return (
    <>
      <div role="alert">{fault && <Alert type="error" showIcon title={fault.message} />}</div>
      {!check && !fault && <PageState>正在检查……</PageState>}
      {check && (
        <>
          <div className="check-head">
            <p role="status">
              {blocking === 0
                ? '检查通过，可以定稿。'
                : `还有${blocking}处要处理，处理完才能定稿和提交。`}
              <span className="quiet small"> {momentText(check.now)}检查</span>
            </p>
            <Button size="small" disabled={busy} onClick={again}>
              重新检查
            </Button>
          </div>
          {parts.map((part) => {
            const own = check.findings.filter((finding) => finding.part === part);
            return (
              <Panel key={part} title={`${partName(part)}：${own.length}处`}>
                <FindingList application={view.id} findings={own} />
              </Panel>
            );
          })}
        </>
      )}
    </>
  );
}
