import { useDesk } from '@fuchi/platform-browser/use-desk';
import { type DataColumn, DataTable } from '@fuchi/ui/data-table.tsx';
import { PageState } from '@fuchi/ui/page-state.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { type SealPage, sealPage } from '../contract.ts';
import { secondText } from './second-text.ts';
import { VerifyPanel } from './verify-panel.tsx';
import './trail.css';

type Seal = SealPage['seals'][number];

/** `/trail/seals`: the days closed, their digests to take along, and the trail held against them. */
export function SealsPage() {
  usePageTitle('每日封存和核对');
  const [page, setPage] = useState<SealPage>();
  const { ask, busy, fault } = useDesk();
  const read = useCallback(
    async (before: string | undefined) => {
      const path = before === undefined ? '/api/trail/seals' : `/api/trail/seals?before=${before}`;
      const found = await ask({ path }, sealPage);
      if (!found) return;
      setPage((known) =>
        before === undefined
          ? found
          : { ...found, seals: [...(known?.seals ?? []), ...found.seals] },
      );
    },
    [ask],
  );
  useEffect(() => void read(undefined), [read]);
  return (
    <>
      <div className="page-title">
        <h1>每日封存和核对</h1>
        <p className="quiet">
          过完一天，截至当日的全部记录封存为一个摘要。把摘要导出另存，以后就能证明记录没有改动。
          <Link to="/trail">操作记录</Link>
        </p>
      </div>
      {fault && !page && <PageState>{fault.message}</PageState>}
      {!fault && !page && <PageState>正在读取……</PageState>}
      {page && (
        <>
          <VerifyPanel />
          <Panel
            title="每日封存"
            aside={
              <Button href="/api/trail/digest" download>
                导出摘要
              </Button>
            }
          >
            <DataTable
              title="每日封存"
              columns={COLUMNS}
              rows={page.seals}
              rowKey={({ day }) => day}
              empty="还没有过完的日子。"
              aside={`此后还有${page.unsealed}条记录没有封存${page.postponed ? '；有事项正在办理，稍后再封' : ''}`}
            />
            {page.next !== null && (
              <Button
                className="trail-more"
                loading={busy}
                onClick={() => void read(page.next ?? undefined)}
              >
                更早的100天
              </Button>
            )}
          </Panel>
        </>
      )}
    </>
  );
}

const COLUMNS: readonly DataColumn<Seal>[] = [
  { key: 'day', title: '日期', heads: true, text: ({ day }) => day },
  {
    key: 'events',
    title: '当日',
    unit: '条',
    kind: 'figure',
    text: ({ events }) => String(events),
  },
  { key: 'total', title: '累计', unit: '条', kind: 'figure', text: ({ total }) => String(total) },
  {
    key: 'digest',
    title: '摘要（SM3）',
    text: ({ digest }) => digest,
    cell: ({ digest }) => <code className="trail-digest">{digest}</code>,
  },
  { key: 'sealed', title: '封存时间', text: ({ sealedAt }) => secondText(sealedAt) },
];
