import { useDesk } from '@fuchi/platform-browser/use-desk';
import { type DataColumn, DataTable } from '@fuchi/ui/data-table.tsx';
import { Deadline } from '@fuchi/ui/deadline.tsx';
import { Moment } from '@fuchi/ui/moment.tsx';
import { momentText } from '@fuchi/ui/moment-text';
import { PageState } from '@fuchi/ui/page-state.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { type GuideRow, guideList, type RoundRow, roundList } from '../contract.ts';
import { GuidesPanel } from './guides-panel.tsx';
import { NewRoundForm } from './new-round-form.tsx';
import { RoundStateTag } from './round-state-tag.tsx';
import './rounds.css';

const COLUMNS: readonly DataColumn<RoundRow>[] = [
  {
    key: 'name',
    title: '批次',
    heads: true,
    text: ({ name }) => name,
    cell: ({ id, name }) => (
      <Link to="/rounds/$round" params={{ round: id }}>
        {name}
      </Link>
    ),
  },
  { key: 'year', title: '年度', text: ({ year }) => year },
  {
    key: 'state',
    title: '状态',
    text: ({ stateName, waiting }) => (waiting ? `${stateName}，有变更正在签批` : stateName),
    cell: ({ state, stateName, waiting }) => (
      <>
        <RoundStateTag state={state} name={stateName} />
        {waiting && state !== 'signing' && <span className="quiet small"> 有变更正在签批</span>}
      </>
    ),
  },
  { key: 'guide', title: '指南版本', text: ({ guideVersion }) => guideVersion },
  {
    key: 'lines',
    title: '开放类别',
    unit: '个',
    kind: 'figure',
    text: ({ openLines }) => String(openLines),
  },
  {
    key: 'opening',
    title: '开放',
    text: ({ opening }) => (opening === null ? '没有设' : momentText(opening)),
    cell: ({ opening }) => (opening === null ? '没有设' : <Moment at={opening} />),
  },
  {
    key: 'deadline',
    title: '申报单位截止',
    text: ({ deadline }) => (deadline === null ? '没有设' : momentText(deadline)),
    cell: ({ deadline }) => (deadline === null ? '没有设' : <Deadline at={deadline} />),
  },
];

interface Found {
  readonly rounds: readonly RoundRow[];
  readonly guides: readonly GuideRow[];
  readonly mayCreate: boolean;
}

/** `/rounds`: the rounds, and the guide versions they are run under. */
export function RoundsPage({ onMade }: { readonly onMade: (round: string) => void }) {
  usePageTitle('申报批次');
  const [found, setFound] = useState<Found>();
  const [making, setMaking] = useState(false);
  const { fault, ask } = useDesk();
  const read = useCallback(async () => {
    const list = await ask({ path: '/api/desk/rounds' }, roundList);
    const versions = await ask({ path: '/api/guides' }, guideList);
    if (list && versions) setFound({ ...list, guides: versions.guides });
  }, [ask]);
  useEffect(() => void read(), [read]);
  if (!found) return <PageState>{fault?.message ?? '正在读取……'}</PageState>;
  const { rounds, guides, mayCreate } = found;
  return (
    <>
      <div className="page-title">
        <h1>申报批次</h1>
        <p className="quiet">
          一个批次是一份指南加上当年的时间、路径、条件和推荐单位，经签批发布。
        </p>
      </div>
      <Panel
        title="批次"
        aside={
          mayCreate &&
          !making &&
          guides.length > 0 && (
            <Button type="primary" onClick={() => setMaking(true)}>
              编制批次
            </Button>
          )
        }
      >
        {making && (
          <NewRoundForm
            guides={guides}
            rounds={rounds}
            onClose={() => setMaking(false)}
            onMade={onMade}
          />
        )}
        <DataTable
          title="申报批次"
          columns={COLUMNS}
          rows={rounds}
          rowKey={({ id }) => id}
          empty={guides.length === 0 ? '还没有批次。先发布指南版本，再编制批次。' : '还没有批次。'}
        />
      </Panel>
      <GuidesPanel guides={guides} mayPublish={mayCreate} onPublished={() => void read()} />
    </>
  );
}
