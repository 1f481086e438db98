import { saveFile } from '@fuchi/platform-browser/save-file';
import { useDesk } from '@fuchi/platform-browser/use-desk';
import { type DataColumn, DataTable } from '@fuchi/ui/data-table.tsx';
import { PageState } from '@fuchi/ui/page-state.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { type ListView, type RegisterCard, type RegisterList, registerList } from '../contract.ts';
import { LIST_STATE, yearText } from './register-words.ts';
import { StateTag } from './state-tag.tsx';
import './registers.css';

interface Row {
  readonly register: RegisterCard;
  readonly list: ListView;
}

const COLUMNS: readonly DataColumn<Row>[] = [
  {
    key: 'title',
    title: '名单',
    heads: true,
    text: ({ register }) => register.title,
    cell: ({ register }) => (
      <Link to="/registers/$register" params={{ register: register.id }}>
        {register.title}
      </Link>
    ),
  },
  { key: 'year', title: '年度', text: ({ list }) => yearText(list.year) },
  {
    key: 'state',
    title: '状态',
    text: ({ list }) => LIST_STATE[list.state].word,
    cell: ({ list }) => <StateTag state={LIST_STATE[list.state]} />,
  },
  {
    key: 'version',
    title: '现用版本',
    text: ({ list: { version } }) =>
      version ? `第${version.number}版，${version.entries}行` : '—',
  },
  { key: 'asOf', title: '截至日期', text: ({ list }) => list.version?.asOf ?? '—' },
  {
    key: 'until',
    title: '有效期至',
    text: ({ list }) => list.validUntil ?? (list.version ? '下一版导入以前' : '—'),
  },
  { key: 'keeper', title: '公布单位', text: ({ register }) => register.keeper },
];

/** `/registers`: which lists there are, and in which state each is. */
export function RegistersPage() {
  usePageTitle('名单');
  const [found, setFound] = useState<RegisterList>();
  const { fault, ask } = useDesk();
  useEffect(() => {
    void ask({ path: '/api/registers' }, registerList).then(setFound);
  }, [ask]);
  if (fault) return <PageState>{fault.message}</PageState>;
  if (!found) return <PageState>正在读取……</PageState>;
  const rows = found.registers.flatMap((register) =>
    register.lists.map((list): Row => ({ register, list })),
  );
  const open = rows.filter(({ list }) => list.state !== 'current').length;
  return (
    <>
      <div className="page-title registers-title">
        <div>
          <h1>名单</h1>
          <p className="quiet">
            名单上查得到的，申报单位不用填、不用交证明；没有导入或已过有效期的，一律作“未核”。
          </p>
        </div>
        <Link to="/registers/check">查单位、查发票编号</Link>
      </div>
      <Panel title={open === 0 ? '全部名单' : `全部名单，${open}份待导入`}>
        <DataTable
          title="名单"
          columns={COLUMNS}
          rows={rows}
          rowKey={({ register, list }) => `${register.id} ${list.year}`}
          empty="这份指南没有用到名单。"
          onExport={saveFile}
          {...(found.mayImport && {
            actions: ({ register, list }: Row) => (
              <Link
                to="/registers/$register/import"
                params={{ register: register.id }}
                search={list.year === '' ? {} : { year: list.year }}
                aria-label={`导入${register.title}${list.year === '' ? '' : yearText(list.year)}`}
              >
                {list.version ? '导入新版' : '导入'}
              </Link>
            ),
          })}
        />
      </Panel>
    </>
  );
}
