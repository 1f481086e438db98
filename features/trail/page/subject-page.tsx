import { useDesk } from '@fuchi/platform-browser/use-desk';
import { PageState } from '@fuchi/ui/page-state.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Sign } from '@fuchi/ui/sign.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { type SubjectTrail, subjectTrail } from '../contract.ts';
import { EventTable } from './event-table.tsx';
import './trail.css';

interface Props {
  /** What it belongs to: account, round … and which. */
  readonly kind: string;
  readonly subject: string;
}

/** `/trail/$kind/$subject`: what happened to one thing, for whoever may see it. */
export function SubjectPage({ kind, subject }: Props) {
  usePageTitle('操作记录');
  const [trail, setTrail] = useState<SubjectTrail>();
  const { ask, busy, fault } = useDesk();
  const read = useCallback(
    async (before: string | undefined) => {
      const path = `/api/trail/${encodeURIComponent(kind)}/${encodeURIComponent(subject)}`;
      const more = before === undefined ? '' : `?before=${before}`;
      const page = await ask({ path: path + more }, subjectTrail);
      if (!page) return;
      setTrail((known) =>
        before === undefined
          ? page
          : { ...page, events: [...(known?.events ?? []), ...page.events] },
      );
    },
    [ask, kind, subject],
  );
  useEffect(() => void read(undefined), [read]);
  if (fault && !trail) return <PageState>{fault.message}</PageState>;
  if (!trail) return <PageState>正在读取……</PageState>;
  const [newest] = trail.events;
  return (
    <>
      <div className="page-title">
        <h1>{newest?.subject.name ?? newest?.subject.says}的操作记录</h1>
        <p className="trail-chain">
          {trail.chain.sound ? (
            <span className="tag tag-yes">
              <Sign name="yes" />
              首尾相连，没有改动
            </span>
          ) : (
            <span className="tag tag-no">
              <Sign name="no" />
              记录被改动过
            </span>
          )}
          <span className="quiet">
            {newest?.subject.says} · 共{trail.chain.events}条
          </span>
        </p>
      </div>
      <Panel title="记录">
        <EventTable title="操作记录" events={trail.events} bySubject={false} empty="没有记录。" />
        {trail.next !== null && (
          <Button
            className="trail-more"
            loading={busy}
            onClick={() => void read(trail.next ?? undefined)}
          >
            更早的100条
          </Button>
        )}
      </Panel>
    </>
  );
}
