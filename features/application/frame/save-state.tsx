import { momentText } from '@fuchi/ui/moment-text';
import { Alert } from 'antd';
import type { KeeperState } from '../draft/draft-keeper.ts';

interface Props {
  readonly draft: KeeperState;
  /** Whether it lies with the authorities: then nothing more is written. */
  readonly submitted: boolean;
  readonly stateName: string;
}

/** Always in sight: whether what was written is kept, when, and that keeping is not submitting. */
export function SaveState({ draft, submitted, stateName }: Props) {
  return (
    <div className="save-state">
      <strong className={submitted ? 'save-submitted' : 'save-open'}>
        {submitted ? stateName : '尚未提交'}
      </strong>
      {!submitted && <span className="quiet">{stateName}</span>}
      <span role="status" className={`save-${draft.status}`}>
        {savedText(draft)}
      </span>
    </div>
  );
}

/** What somebody must know before going on writing. */
export function SaveTrouble({ draft }: { readonly draft: KeeperState }) {
  const { status, waiting, closed, refused } = draft;
  const trouble = troubleText(status, waiting, closed);
  return (
    <div role="alert">
      {trouble !== '' && <Alert type="warning" showIcon title={trouble} />}
      {refused.size > 0 && (
        <Alert
          type="error"
          showIcon
          title={`有${refused.size}处没有保存：${[...new Set(refused.values())].join('；')}`}
        />
      )}
    </div>
  );
}

function savedText({ status, savedAt, waiting }: KeeperState): string {
  if (status === 'closed') return waiting > 0 ? `有${waiting}处没有保存` : '';
  if (status === 'offline' || status === 'signed-out') return `${waiting}处待发送，已留在本浏览器`;
  if (status === 'saving' || waiting > 0) return '正在保存……';
  return savedAt === '' ? '所有内容已保存' : `已保存 ${momentText(savedAt)}`;
}

function troubleText(status: KeeperState['status'], waiting: number, closed: string): string {
  switch (status) {
    case 'offline':
      return `连不上服务器。填写的内容留在本浏览器，网络恢复后自动发送（${waiting}处）。`;
    case 'signed-out':
      return `登录已失效。填写的内容留在本浏览器，重新登录后自动发送（${waiting}处）。`;
    case 'closed':
      return waiting > 0 ? `${closed}。刚才填写的${waiting}处没有保存。` : closed;
    default:
      return '';
  }
}
