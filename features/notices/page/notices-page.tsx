import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Moment } from '@fuchi/ui/moment.tsx';
import { PageState } from '@fuchi/ui/page-state.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { type NoticeList, type NoticeRow, noticeList, unreadCount } from '../contract.ts';
import { SettingPanel } from './setting-panel.tsx';
import { tellUnread } from './unread-news.ts';
import './notices.css';

/** `/notices`: what somebody was told, and how he wants to be told. */
export function NoticesPage() {
  usePageTitle('通知');
  const [view, setView] = useState<NoticeList>();
  const { busy, fault, ask } = useDesk();
  const read = useCallback(
    async (before?: string) => {
      const path = before === undefined ? '/api/notices' : `/api/notices?before=${before}`;
      const more = await ask({ path }, noticeList);
      if (!more) return;
      tellUnread(more.unread);
      setView((had) =>
        before === undefined || !had
          ? more
          : { ...more, notices: [...had.notices, ...more.notices] },
      );
    },
    [ask],
  );
  useEffect(() => void read(), [read]);
  const markRead = async (which: readonly string[] | null) => {
    const body = { notices: which };
    const left = await ask({ method: 'POST', path: '/api/notices/read', body }, unreadCount);
    if (!left) return;
    tellUnread(left.unread);
    setView((had) => had && { ...had, ...left, notices: had.notices.map(readIf(which)) });
  };
  if (!view) return <PageState>{fault?.message ?? '正在读取……'}</PageState>;
  return (
    <>
      <div className="page-title">
        <h1>通知</h1>
      </div>
      <Panel
        title={view.unread === 0 ? '收到的通知' : `收到的通知（${view.unread}条未读）`}
        aside={
          view.unread > 0 && (
            <Button disabled={busy} onClick={() => void markRead(null)}>
              全部标为已读
            </Button>
          )
        }
      >
        <div role="alert">{fault && <Alert type="error" showIcon title={fault.message} />}</div>
        {view.notices.length === 0 && (
          <p className="quiet">还没有通知。临近截止、退回修改、等您签批时会在这里告诉您。</p>
        )}
        <ul className="notices">
          {view.notices.map((one) => (
            <NoticeItem key={one.id} notice={one} onOpen={() => void markRead([one.id])} />
          ))}
        </ul>
        {view.next !== null && (
          <Button disabled={busy} onClick={() => void read(view.next ?? undefined)}>
            更早的通知
          </Button>
        )}
      </Panel>
      <SettingPanel />
    </>
  );
}

function NoticeItem({
  notice: { title, body, leadsTo, urgent, at, read },
  onOpen,
}: {
  readonly notice: NoticeRow;
  readonly onOpen: () => void;
}) {
  return (
    <li className={read ? undefined : 'notice-unread'}>
      <span>
        <Link to={leadsTo} preload={false} onClick={() => read || onOpen()}>
          {title}
        </Link>
        {urgent && <span className="tag tag-no">紧急</span>}
        {!read && <span className="tag tag-none">未读</span>}
      </span>
      <span className="quiet small">
        <Moment at={at} />
      </span>
      <p className="quiet">{body}</p>
    </li>
  );
}

function readIf(which: readonly string[] | null) {
  return (one: NoticeRow): NoticeRow =>
    which === null || which.includes(one.id) ? { ...one, read: true } : one;
}
