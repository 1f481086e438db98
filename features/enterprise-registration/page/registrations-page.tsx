import { useDesk } from '@fuchi/platform-browser/use-desk';
import { type DataColumn, DataTable } from '@fuchi/ui/data-table.tsx';
import { Deadline } from '@fuchi/ui/deadline.tsx';
import { Moment } from '@fuchi/ui/moment.tsx';
import { momentText } from '@fuchi/ui/moment-text';
import { PageState } from '@fuchi/ui/page-state.tsx';
import { Pager } from '@fuchi/ui/pager.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { type FormEvent, useCallback, useEffect, useState } from 'react';
import {
  PURPOSE_NAMES,
  type RegistrationList,
  type RegistrationRow,
  registrationList,
} from '../contract.ts';
import { StateTag } from './state-tag.tsx';
import './registration.css';
import './review.css';

export type Show = 'waiting' | 'returned' | 'decided';

interface Props {
  readonly show: Show;
  readonly q: string;
  /** Puts what is looked at into the address. */
  readonly onLook: (show: Show, q: string) => void;
}

const SHOWS = [
  { show: 'waiting', name: '待审核' },
  { show: 'returned', name: '退回补正' },
  { show: 'decided', name: '已办结' },
] as const;

/** `/registrations`: enterprises that registered with the unit, those that wait longest first. */
export function RegistrationsPage({ show, q, onLook }: Props) {
  usePageTitle('企业注册审核');
  const [list, setList] = useState<RegistrationList>();
  const [page, setPage] = useState(1);
  const [typed, setTyped] = useState(q);
  const { fault, ask } = useDesk();
  const read = useCallback(async () => {
    const query = new URLSearchParams({ show, q, page: String(page) });
    const found = await ask({ path: `/api/registrations?${query}` }, registrationList);
    if (found) setList(found);
  }, [ask, show, q, page]);
  useEffect(() => void read(), [read]);
  const search = (event: FormEvent) => {
    event.preventDefault();
    setPage(1);
    onLook(show, typed.trim());
  };
  if (fault) return <PageState>{fault.message}</PageState>;
  return (
    <>
      <div className="page-title">
        <h1>企业注册审核</h1>
      </div>
      <div className="registration-bar">
        <nav className="registration-shows" aria-label="按状态">
          {SHOWS.map((each) => (
            <button
              key={each.show}
              type="button"
              aria-current={each.show === show ? 'true' : undefined}
              onClick={() => {
                setPage(1);
                onLook(each.show, q);
              }}
            >
              {each.name}
              {list && <span className="amount">{list.counts[each.show]}</span>}
            </button>
          ))}
        </nav>
        <search>
          <form className="registration-search" onSubmit={search}>
            <Input
              aria-label="单位名称或信用代码"
              placeholder="单位名称或信用代码"
              maxLength={60}
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
            <Button htmlType="submit">查找</Button>
          </form>
        </search>
      </div>
      {!list && <PageState>正在读取……</PageState>}
      {list && (
        <DataTable
          title={SHOWS.find((each) => each.show === show)?.name ?? ''}
          columns={columnsFor(show)}
          rows={list.rows}
          rowKey={({ id }) => id}
          empty={q === '' ? EMPTY[show] : `没有找到“${q}”`}
          onExport={`/api/registrations/file?${new URLSearchParams({ show, q })}`}
          aside={
            <Pager
              of="企业注册"
              page={list.page}
              pageSize={list.pageSize}
              total={list.total}
              onPage={setPage}
            />
          }
        />
      )}
    </>
  );
}

const EMPTY: Readonly<Record<Show, string>> = {
  waiting: '没有等待审核的注册。',
  returned: '没有退回后等待补正的注册。',
  decided: '还没有办结的注册。',
};

function columnsFor(show: Show): readonly DataColumn<RegistrationRow>[] {
  return [
    {
      key: 'name',
      title: '单位名称',
      heads: true,
      text: ({ name }) => name,
      cell: ({ id, name }) => (
        <Link to="/registrations/$registration" params={{ registration: id }}>
          {name}
        </Link>
      ),
    },
    { key: 'code', title: '统一社会信用代码', text: ({ creditCode }) => creditCode },
    { key: 'purpose', title: '办理事项', text: ({ purpose }) => PURPOSE_NAMES[purpose] },
    { key: 'place', title: '注册地', text: ({ territoryName }) => territoryName },
    {
      key: 'asked',
      title: '提交时间',
      text: ({ askedAt }) => momentText(askedAt),
      cell: ({ askedAt }) => <Moment at={askedAt} />,
    },
    show === 'waiting'
      ? {
          key: 'due',
          title: '审核期限',
          text: ({ dueAt }) => (dueAt === null ? '' : momentText(dueAt)),
          cell: ({ dueAt }) =>
            dueAt !== null && <Deadline at={dueAt} past="overdue" exact={false} />,
        }
      : {
          key: 'state',
          title: '状态',
          text: ({ stateName }) => stateName,
          cell: ({ state, stateName }) => <StateTag state={state} name={stateName} />,
        },
  ];
}
