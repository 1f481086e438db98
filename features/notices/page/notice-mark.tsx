import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Link } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { unreadCount } from '../contract.ts';
import { onUnread } from './unread-news.ts';
import './notices.css';

const EVERY = 60_000;
const MOST_SHOWN = 99;

/** In the head of every page of who is signed in: the way to his notices, and how many aren't read. */
export function NoticeMark() {
  const [unread, setUnread] = useState(0);
  const { ask } = useDesk();
  const read = useCallback(async () => {
    if (document.visibilityState !== 'visible') return;
    const told = await ask({ path: '/api/notices/unread' }, unreadCount);
    if (told) setUnread(told.unread);
  }, [ask]);
  useEffect(() => {
    void read();
    const timer = setInterval(() => void read(), EVERY);
    const stop = onUnread(setUnread);
    const seen = () => void read();
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearInterval(timer);
      stop();
      document.removeEventListener('visibilitychange', seen);
    };
  }, [read]);
  return (
    <Link
      to="/notices"
      className="notice-mark"
      preload={false}
      aria-label={unread > 0 ? `通知，${unread}条未读` : undefined}
    >
      通知
      {unread > 0 && (
        <span className="notice-count">{unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}</span>
      )}
    </Link>
  );
}
