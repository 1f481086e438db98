import { useDesk } from '@fuchi/platform-browser/use-desk';
import { type DataColumn, DataTable } from '@fuchi/ui/data-table.tsx';
import { Moment } from '@fuchi/ui/moment.tsx';
import { momentText } from '@fuchi/ui/moment-text';
import { Panel } from '@fuchi/ui/panel.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { type ChangeList, type ChangeView, changeList } from '../contract-change.ts';
import { PageFault } from './page-fault.tsx';
import './accounts.css';

interface Props {
  readonly state: 'waiting' | 'decided';
}

const COLUMNS: readonly DataColumn<ChangeView>[] = [
  {
    key: 'unit',
    title: '单位',
    heads: true,
    text: ({ unit }) => unit.name,
    cell: ({ id, unit }) => (
      <Link to="/unit-changes/$change" params={{ change: id }}>
        {unit.name}
      </Link>
    ),
  },
  { key: 'kind', title: '变更', text: ({ kindName }) => kindName },
  {
    key: 'to',
    title: '变更为',
    text: ({ newName, into }) => newName ?? into?.name ?? '',
  },
  {
    key: 'asked',
    title: '申请时间',
    text: ({ askedAt }) => momentText(askedAt),
    cell: ({ askedAt }) => <Moment at={askedAt} />,
  },
  { key: 'state', title: '状态', text: ({ stateName }) => stateName },
];

const STATES = [
  { state: 'waiting', name: '待审核' },
  { state: 'decided', name: '已办结' },
] as const;

/** `/unit-changes`: changes of name and mergers that were handed in to one's recommender. */
export function ChangesPage({ state }: Props) {
  usePageTitle('单位变更');
  const [list, setList] = useState<ChangeList>();
  const { fault, ask } = useDesk();
  useEffect(() => {
    void ask({ path: `/api/unit-changes?state=${state}` }, changeList).then(setList);
  }, [ask, state]);
  if (!list) return <PageFault title="单位变更" to="/unit-changes" fault={fault} />;
  return (
    <>
      <div className="page-title">
        <h1>单位变更</h1>
        <p>申报单位更名、并入的申请，附有营业执照等证明。</p>
      </div>
      <nav className="accounts-parts" aria-label="单位变更">
        {STATES.map((each) => (
          <Link
            key={each.state}
            to="/unit-changes"
            search={each.state === 'waiting' ? {} : { state: each.state }}
            activeOptions={{ exact: each.state === 'waiting' }}
          >
            {each.name}
          </Link>
        ))}
      </nav>
      <Panel title={state === 'waiting' ? '待审核' : '已办结'}>
        <DataTable
          title="单位变更"
          columns={COLUMNS}
          rows={list.changes}
          rowKey={({ id }) => id}
          empty={state === 'waiting' ? '没有等待审核的变更。' : '还没有办结的变更。'}
        />
        {list.more && <p className="quiet small">只列出最近的{list.changes.length}件。</p>}
      </Panel>
    </>
  );
}
