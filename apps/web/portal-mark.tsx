import { ServerTime } from '@fuchi/ui/server-time.tsx';

/** On every page of the demonstration: that it is one, and what time it plays. */
export function PortalMark() {
  return (
    <p className="portal-mark">
      <span className="page-width">
        <span>
          <strong>演示环境</strong>·数据均为虚构
        </span>
        <ServerTime label="模拟时间" />
      </span>
    </p>
  );
}
