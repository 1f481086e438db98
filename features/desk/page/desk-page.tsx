import { useDesk } from '@fuchi/platform-browser/use-desk';
import { PageState } from '@fuchi/ui/page-state.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { ROLES } from '@fuchi/workflow/role';
import { Link } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { type DeskView, deskView } from '../contract.ts';
import { firstPageOf } from '../first/first-page.ts';
import { ClockControl } from './clock-control.tsx';
import { ClocksPanel } from './clocks-panel.tsx';
import { DoingsPanel } from './doings-panel.tsx';
import { LaterPanel } from './later-panel.tsx';
import { ShortcutsPanel } from './shortcuts-panel.tsx';
import { TasksPanel } from './tasks-panel.tsx';
import './desk.css';

/** `/desk`: what waits for whoever signed in, until when, and where he goes from here. */
export function DeskPage() {
  usePageTitle('工作台');
  const [view, setView] = useState<DeskView>();
  const { fault, ask } = useDesk();
  const read = useCallback(async () => {
    const next = await ask({ path: '/api/desk' }, deskView);
    if (next) setView(next);
  }, [ask]);
  useEffect(() => {
    void read();
    // Whoever comes back to the page sees what came meanwhile. Nothing is asked while nobody is there.
    const look = () => {
      if (!document.hidden) void read();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [read]);
  if (fault?.code === 'sign-in-first') {
    return (
      <div className="page-title">
        <h1>工作台</h1>
        <p>
          请先
          <Link to="/sign-in" search={{ to: '/desk' }}>
            登录
          </Link>
          。
        </p>
      </div>
    );
  }
  if (!view) return <PageState>{fault?.message ?? '正在读取……'}</PageState>;
  const page = firstPageOf(view.role);
  const ofApplicant = ROLES[view.role].of === 'applicant';
  const clocks = <ClocksPanel rounds={view.rounds} own={view.ownClock} wide={ofApplicant} />;
  return (
    <div className={ofApplicant ? 'desk desk-wide' : 'desk'}>
      <div className="page-title">
        <h1>工作台</h1>
        <p>
          <strong>{view.name}</strong>
          <span className="desk-duty">
            {view.organisation} · {view.roleName}
            {view.standsInFor !== null && `（代${view.standsInFor}办理）`}
          </span>
        </p>
        <p className="quiet">{page.lead}</p>
      </div>
      <div className="desk-parts">
        <div>
          {ofApplicant && page.clocks.length > 0 && clocks}
          <TasksPanel
            tasks={view.tasks}
            more={view.more}
            nothing={page.nothing}
            wide={ofApplicant}
          />
          <DoingsPanel doings={view.doings} />
        </div>
        <div>
          {!ofApplicant && page.clocks.length > 0 && clocks}
          <ShortcutsPanel shortcuts={page.shortcuts} />
          <LaterPanel later={page.later} />
          {view.setsClock && <ClockControl onSet={() => void read()} />}
        </div>
      </div>
    </div>
  );
}
