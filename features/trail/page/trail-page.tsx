import { useDesk } from '@fuchi/platform-browser/use-desk';
import { PageState } from '@fuchi/ui/page-state.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import {
  type EventView,
  type TrailFilter,
  type TrailWords,
  trailPage,
  trailWords,
} from '../contract.ts';
import { EventTable } from './event-table.tsx';
import { TrailSearch } from './trail-search.tsx';
import './trail.css';

interface Props {
  /** What the address looks for. */
  readonly filter: TrailFilter;
  readonly onSearch: (filter: TrailFilter) => void;
}

/** `/trail`: everything that was done, for who keeps watch. */
export function TrailPage({ filter, onSearch }: Props) {
  usePageTitle('操作记录');
  const [words, setWords] = useState<TrailWords>();
  const [events, setEvents] = useState<readonly EventView[]>();
  const [next, setNext] = useState<string | null>(null);
  const wording = useDesk();
  const { ask, busy, fault } = useDesk();
  const asked = queryOf(filter);
  const askWords = wording.ask;
  useEffect(
    () => void askWords({ path: '/api/trail/words' }, trailWords).then(setWords),
    [askWords],
  );
  const read = useCallback(
    async (before: string | undefined) => {
      const query = new URLSearchParams(asked);
      if (before !== undefined) query.set('before', before);
      const page = await ask({ path: `/api/trail?${query}` }, trailPage);
      if (!page) return;
      setEvents((known) =>
        before === undefined ? page.events : [...(known ?? []), ...page.events],
      );
      setNext(page.next);
    },
    [ask, asked],
  );
  useEffect(() => void read(undefined), [read]);
  const refused = wording.fault ?? (fault && fault.faults.length === 0 ? fault : undefined);
  return (
    <>
      <div className="page-title">
        <h1>操作记录</h1>
        <p className="quiet">
          谁、什么时候、做了什么，只增不改。
          <Link to="/trail/seals">每日封存和核对</Link>
        </p>
      </div>
      {refused && <PageState>{refused.message}</PageState>}
      {words && (
        <Panel title="查询">
          <TrailSearch
            key={asked}
            filter={filter}
            words={words}
            busy={busy}
            fault={fault}
            onSearch={onSearch}
          />
        </Panel>
      )}
      {events && (
        <Panel title="记录">
          <EventTable
            title="操作记录"
            events={events}
            bySubject
            empty="没有符合条件的记录。"
            file={`/api/trail/file?${asked}`}
            aside={`已列出${events.length}条${next === null ? '' : '，还有更早的'}`}
          />
          {next !== null && (
            <Button className="trail-more" loading={busy} onClick={() => void read(next)}>
              更早的100条
            </Button>
          )}
        </Panel>
      )}
      {!events && !refused && <PageState>正在读取……</PageState>}
    </>
  );
}

function queryOf(filter: TrailFilter): string {
  const told = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '');
  return new URLSearchParams(told as [string, string][]).toString();
}
