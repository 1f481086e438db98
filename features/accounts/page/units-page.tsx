import { useDesk } from '@fuchi/platform-browser/use-desk';
import { type DataColumn, DataTable } from '@fuchi/ui/data-table.tsx';
import { Pager } from '@fuchi/ui/pager.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { LEVELS, type UnitList, type UnitRow, unitList } from '../contract-unit.ts';
import { PageFault } from './page-fault.tsx';
import { UnitFilter } from './unit-filter.tsx';
import type { UnitSearch } from './unit-search.ts';
import './accounts.css';

interface Props {
  readonly search: UnitSearch;
  readonly onSearch: (search: UnitSearch) => void;
}

const COLUMNS: readonly DataColumn<UnitRow>[] = [
  {
    key: 'name',
    title: '单位名称',
    heads: true,
    text: ({ name }) => name,
    cell: ({ id, name, formerNames, mergedInto }) => (
      <>
        <Link to="/accounts/units/$unit" params={{ unit: id }}>
          {name}
        </Link>
        {formerNames.length > 0 && (
          <span className="accounts-below">曾用名：{formerNames.join('、')}</span>
        )}
        {mergedInto !== null && <span className="accounts-below">并入{mergedInto}</span>}
      </>
    ),
  },
  { key: 'kind', title: '种类', text: ({ kindName }) => kindName },
  {
    key: 'level',
    title: '层级',
    text: ({ level, department }) =>
      [level === null ? '' : LEVELS[level], department ?? ''].filter(Boolean).join(' · '),
  },
  {
    key: 'territory',
    title: '地区',
    text: ({ territoryName }) => territoryName ?? '',
  },
  { key: 'through', title: '经由', text: ({ through }) => through?.name ?? '' },
  { key: 'code', title: '统一社会信用代码', text: ({ creditCode }) => creditCode ?? '' },
  {
    key: 'people',
    title: '在职',
    unit: '人',
    kind: 'figure',
    text: ({ people }) => String(people),
  },
];

/** `/accounts`: every unit, for the system administrator. */
export function UnitsPage({ search, onSearch }: Props) {
  usePageTitle('单位与账号');
  const [list, setList] = useState<UnitList>();
  const { fault, ask } = useDesk();
  const asked = new URLSearchParams(Object.entries(search)).toString();
  useEffect(() => {
    void ask({ path: `/api/accounts/units?${asked}` }, unitList).then((found) => {
      if (found) setList(found);
    });
  }, [ask, asked]);
  if (!list) return <PageFault title="单位与账号" to="/accounts" fault={fault} />;
  const { page: _, ...filter } = search;
  const fileOf = (as: 'xlsx' | 'csv') =>
    `/api/accounts/units/file?${new URLSearchParams(Object.entries({ ...filter, as }))}`;
  // What is set up by nobody here has none of these; without them the list fits the page.
  const shown = COLUMNS.filter(
    ({ key, text }) =>
      !['level', 'through', 'code', 'territory'].includes(key) ||
      list.units.some((unit) => text(unit) !== ''),
  );
  return (
    <>
      <div className="page-title accounts-title">
        <h1>单位与账号</h1>
        <div className="entry-actions">
          <Link className="accounts-go" to="/accounts/new">
            新建单位
          </Link>
          <Link to="/accounts/import">导入推荐单位</Link>
          {list.signOn && <Link to="/accounts/sign-on">统一身份关联</Link>}
        </div>
      </div>
      <section className="panel" aria-label="单位">
        <UnitFilter list={list} search={search} onSearch={onSearch} />
        <DataTable
          title="单位"
          columns={shown}
          rows={list.units}
          rowKey={({ id }) => id}
          empty={search.q ? '没有找到。可以换个说法，或者看看“已关闭”的单位。' : '还没有这类单位。'}
          onExport={fileOf('xlsx')}
          aside={
            <Button size="small" type="link" href={fileOf('csv')} download>
              导出 CSV
            </Button>
          }
        />
        <Pager
          of="单位"
          page={list.page}
          pageSize={list.pageSize}
          total={list.total}
          onPage={(page) => onSearch({ ...search, page: String(page) })}
        />
      </section>
    </>
  );
}
