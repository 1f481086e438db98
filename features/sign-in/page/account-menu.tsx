import { actFrom } from '@fuchi/platform-browser/acting-from';
import { onSessionNews, tellSession } from '@fuchi/platform-browser/session-news';
import { useDesk } from '@fuchi/platform-browser/use-desk';
import { isRole, type Role } from '@fuchi/workflow/role';
import { Link } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type SessionView, sessionView } from '../contract.ts';
import { DutySwitch } from './duty-switch.tsx';
import { IdleGuard } from './idle-guard.tsx';
import { OtherDuty } from './other-duty.tsx';
import './account-menu.css';

interface Props {
  /** Told as what somebody acts; null when nobody does. */
  readonly onRole: (role: Role | null) => void;
  /** Called after somebody signed out, or chose another duty: what is on the page may not be his to see. */
  readonly onOther: (stage: SessionView['stage']) => void;
}

/** In the head of every page: who is signed in as what, another duty, the account, the way out. */
export function AccountMenu({ onRole, onOther }: Props) {
  const [view, setView] = useState<SessionView>();
  const [switching, setSwitching] = useState(false);
  const { ask } = useDesk();
  const [other, setOther] = useState(false);
  const opened = useRef<string>(undefined);
  const take = useCallback((next: SessionView | undefined) => {
    if (next?.stage === 'ready') {
      const duty = `${next.duty?.appointment}.${next.duty?.delegation ?? 0}`;
      opened.current ??= duty;
      setOther(opened.current !== duty);
    } else if (next?.stage === 'signed-out') opened.current = undefined;
    actFrom(opened.current);
    setView(next);
  }, []);
  const read = useCallback(
    async () => take(await ask({ path: '/api/session' }, sessionView)),
    [ask, take],
  );
  const readAgain = useCallback(async () => {
    const next = await ask({ path: '/api/session' }, sessionView);
    // Nobody signed in again after all: whoever worked here is still told so, and awaited.
    if (next?.stage === 'signed-out' && opened.current !== undefined) tellSession('ended');
    else take(next);
  }, [ask, take]);
  const role = view?.stage === 'ready' ? view.duty?.role : undefined;
  useEffect(() => {
    if (view) onRole(role !== undefined && isRole(role) ? role : null);
  }, [view, role, onRole]);
  useEffect(() => {
    void read();
    return onSessionNews((news) => {
      if (news === 'changed') void readAgain();
    });
  }, [read, readAgain]);

  if (!view || view.stage === 'signed-out') return <Link to="/sign-in">登录</Link>;
  const signOut = async () => {
    const ended = await ask({ method: 'POST', path: '/api/session/end' }, sessionView);
    if (!ended) return;
    take(ended);
    onOther('signed-out');
  };
  const { name, duty, duties, stage } = view;
  return (
    <div className="account-menu">
      <IdleGuard view={view} onView={take} />
      <span className="account-who">
        {stage === 'ready' ? (
          <Link to="/account">
            {name}
            <span className="quiet small">
              {duty?.organisation} · {duty?.roleName}
              {duty?.standsInFor != null && `（代${duty.standsInFor}）`}
            </span>
          </Link>
        ) : (
          <Link to="/sign-in">{name ?? '继续登录'}</Link>
        )}
      </span>
      {stage === 'ready' && duties.length > 1 && (
        <button type="button" className="link" onClick={() => setSwitching(true)}>
          换岗位
        </button>
      )}
      <button type="button" className="link" onClick={() => void signOut()}>
        退出
      </button>
      {other && <OtherDuty view={view} onReload={() => onOther(stage)} />}
      {switching && (
        <DutySwitch
          duties={duties}
          chosen={duty}
          onClose={() => setSwitching(false)}
          onSession={(next) => onOther(next.stage)}
        />
      )}
    </div>
  );
}
