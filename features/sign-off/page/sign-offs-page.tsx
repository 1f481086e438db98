import { useDesk } from '@fuchi/platform-browser/use-desk';
import { type DataColumn, DataTable } from '@fuchi/ui/data-table.tsx';
import { Moment } from '@fuchi/ui/moment.tsx';
import { momentText } from '@fuchi/ui/moment-text';
import { PageState } from '@fuchi/ui/page-state.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { type SignOffRow, signOffList } from '../contract.ts';
import { SignOffTag, STATE_WORDS } from './sign-off-tag.tsx';

const COLUMNS: readonly DataColumn<SignOffRow>[] = [
  {
    key: 'title',
    title: '事项',
    heads: true,
    text: ({ title }) => title,
    cell: ({ id, title }) => (
      <Link to="/sign-offs/$signOff" params={{ signOff: id }}>
        {title}
      </Link>
    ),
  },
  { key: 'organisation', title: '送签单位', text: ({ organisation }) => organisation },
  { key: 'begunBy', title: '经办', text: ({ begunBy }) => begunBy },
  {
    key: 'begunAt',
    title: '送签时间',
    text: ({ begunAt }) => momentText(begunAt),
    cell: ({ begunAt }) => <Moment at={begunAt} />,
  },
  {
    key: 'state',
    title: '状态',
    text: ({ state, next }) => (next === '' ? STATE_WORDS[state].word : `轮到“${next}”`),
    cell: ({ state, next }) => <SignOffTag state={state} next={next} />,
  },
];

interface Found {
  readonly waiting: readonly SignOffRow[];
  readonly others: readonly SignOffRow[];
}

/** `/sign-offs`: what waits for one's signature, and what one has a part in. */
export function SignOffsPage() {
  usePageTitle('签批');
  const [found, setFound] = useState<Found>();
  const { fault, ask } = useDesk();
  useEffect(() => {
    void ask({ path: '/api/desk/sign-offs' }, signOffList).then(setFound);
  }, [ask]);
  if (!found) return <PageState>{fault?.message ?? '正在读取……'}</PageState>;
  const { waiting, others } = found;
  return (
    <>
      <div className="page-title">
        <h1>签批</h1>
        <p className="quiet">
          各步依次签，一个人不签两步；外出可以请同事代签，代签的记着是代谁签的。
        </p>
      </div>
      <Panel title={waiting.length === 0 ? '待我签批' : `待我签批，${waiting.length}件`}>
        <DataTable
          title="待我签批"
          columns={COLUMNS}
          rows={waiting}
          rowKey={({ id }) => id}
          empty="没有等您签批的事项。"
        />
      </Panel>
      <Panel title="其他">
        <DataTable
          title="其他签批事项"
          columns={COLUMNS}
          rows={others}
          rowKey={({ id }) => id}
          empty="还没有与您的岗位有关的签批事项。"
        />
      </Panel>
    </>
  );
}
