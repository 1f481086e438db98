import { momentText } from '@fuchi/ui/moment-text';
import { PageState } from '@fuchi/ui/page-state.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Alert, Button } from 'antd';
import type { ApplicationView } from '../contract.ts';
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
  const reminders = (check?.findings.length ?? 0) - blocking;
  const parts = [...new Set(check?.findings.map(({ part }) => part))];
  return (
    <>
      <div role="alert">{fault && <Alert type="error" showIcon title={fault.message} />}</div>
      {!check && !fault && <PageState>正在检查……</PageState>}
      {check && (
        <>
          <div className="check-head">
            <p role="status">
              {stateText(view, blocking, reminders)}
              <span className="quiet small"> {momentText(check.now)}检查</span>
            </p>
            <Button size="small" disabled={busy} onClick={again}>
              重新检查
            </Button>
          </div>
          {parts.map((part) => {
            const own = check.findings.filter((finding) => finding.part === part);
            return (
              <Panel key={part} title={`${partName(part)}：${countText(own)}`}>
                <FindingList application={view.id} findings={own} />
              </Panel>
            );
          })}
        </>
      )}
    </>
  );
}

/** What there is to do first; reminders hold nobody up, which whoever counts them would not know. */
function stateText(
  { open, state }: Pick<ApplicationView, 'open' | 'state'>,
  blocking: number,
  reminders: number,
): string {
  const beside = reminders > 0 ? `另有${reminders}处提醒，请看一看，不影响提交。` : '';
  if (blocking === 0) {
    const next = open ? '可以定稿。' : state === 'finalised' ? '签章交齐后可以提交。' : '';
    return `检查通过${next === '' ? '。' : `，${next}`}${beside}`;
  }
  const until = state === 'submitted' ? '。' : `，处理完才能${open ? '定稿和提交' : '提交'}。`;
  return `还有${blocking}处要处理${until}${beside}`;
}

/** @example countText(findings) // '须处理2处，提醒1处' */
function countText(findings: readonly { readonly blocks: boolean }[]): string {
  const blocking = findings.filter(({ blocks }) => blocks).length;
  const counts = [
    ...(blocking > 0 ? [`须处理${blocking}处`] : []),
    ...(blocking < findings.length ? [`提醒${findings.length - blocking}处`] : []),
  ];
  return counts.join('，');
}
