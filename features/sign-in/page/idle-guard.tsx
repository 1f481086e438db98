import { onSessionNews, tellSession } from '@fuchi/platform-browser/session-news';
import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Dialog } from '@fuchi/ui/dialog.tsx';
import { Button } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type SessionView, sessionView } from '../contract.ts';

interface Props {
  readonly view: SessionView;
  readonly onView: (view: SessionView) => void;
}

/** Seconds before the end at which the page speaks up. */
const WARNING = 120;
/** Who types or clicks is there: the server is told at most so often. */
const TELL_EVERY = 300_000;

/**
 * Warns before the session ends by itself, and says so when it has. What is on the page stays: nothing is reloaded, and
 * a page that keeps drafts goes on keeping them.
 */
export function IdleGuard({ view, onView }: Props) {
  const [left, setLeft] = useState(view.idleSeconds);
  const [ended, setEnded] = useState(false);
  const { ask } = useDesk();
  const endsAt = useRef(Date.now() + view.idleSeconds * 1000);
  const toldAt = useRef(Date.now());

  const take = useCallback(
    (next: SessionView | undefined) => {
      if (!next) return;
      if (next.stage === 'signed-out') setEnded(true);
      else {
        endsAt.current = Date.now() + next.idleSeconds * 1000;
        setLeft(next.idleSeconds);
        setEnded(false);
        onView(next);
      }
    },
    [onView],
  );
  const look = useCallback(
    async () => take(await ask({ path: '/api/session' }, sessionView)),
    [ask, take],
  );
  const stay = useCallback(async () => {
    toldAt.current = Date.now();
    const next = await ask({ method: 'POST', path: '/api/session/keep' }, sessionView);
    if (next) take(next);
    else await look();
  }, [ask, take, look]);

  useEffect(() => {
    endsAt.current = Date.now() + view.idleSeconds * 1000;
  }, [view]);
  useEffect(
    () =>
      onSessionNews((news) => {
        // Signed in again, here or in another window: the page goes on by itself.
        if (news === 'ended' || ended) void look();
      }),
    [ended, look],
  );
  useEffect(() => {
    const tick = () => {
      const before = left > WARNING;
      const seconds = Math.max(0, Math.round((endsAt.current - Date.now()) / 1000));
      // Another window may have gone on meanwhile: the server knows.
      if ((before && seconds <= WARNING) || (seconds === 0 && !ended)) void look();
      setLeft(seconds);
    };
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [left, ended, look]);
  useEffect(() => {
    const active = () => {
      if (!ended && Date.now() - toldAt.current > TELL_EVERY) void stay();
    };
    const kinds = ['keydown', 'pointerdown'] as const;
    for (const kind of kinds) window.addEventListener(kind, active);
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, active);
    };
  }, [ended, stay]);

  if (ended) {
    return (
      <Dialog
        open
        title="登录已经结束"
        closable={false}
        footer={
          <>
            <Button onClick={() => tellSession('changed')}>已重新登录，继续</Button>
            <Button type="primary" href="/sign-in" target="_blank" rel="noopener">
              在新窗口登录
            </Button>
          </>
        }
      >
        <p>长时间没有操作，或已在别处退出。本页填写的内容还在：请在新窗口登录，再回到本页继续。</p>
      </Dialog>
    );
  }
  return (
    <Dialog
      open={left <= WARNING}
      title="很久没有操作了"
      closable={false}
      footer={
        <Button type="primary" onClick={() => void stay()}>
          继续使用
        </Button>
      }
    >
      <p>
        <span aria-hidden="true">{left}秒后</span>
        <span className="visually-hidden">不久</span>
        将自动退出登录。本页填写的内容会保留。
      </p>
    </Dialog>
  );
}
