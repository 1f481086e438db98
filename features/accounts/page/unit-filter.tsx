import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { UnitList } from '../contract-unit.ts';
import type { UnitSearch } from './unit-search.ts';

interface Props {
  readonly list: UnitList;
  readonly search: UnitSearch;
  readonly onSearch: (search: UnitSearch) => void;
}

/** Which kind of unit, and a text to look for. */
export function UnitFilter({ list, search, onSearch }: Props) {
  const [typed, setTyped] = useState(search.q ?? '');
  const id = useId();
  const all = list.kinds.reduce((sum, { count }) => sum + count, 0);
  const kinds = [{ kind: undefined, name: '全部', count: all }, ...list.kinds];
  const with_ = (more: UnitSearch): UnitSearch => {
    const { page: _, ...kept } = { ...search, ...more };
    return Object.fromEntries(Object.entries(kept).filter(([, value]) => Boolean(value)));
  };
  return (
    <>
      <search>
        <form
          className="accounts-search"
          onSubmit={(event) => {
            event.preventDefault();
            onSearch(with_({ q: typed.trim() }));
          }}
        >
          <label htmlFor={id}>查找</label>
          <Input
            id={id}
            value={typed}
            maxLength={60}
            placeholder="名称、曾用名、地区或信用代码"
            onChange={({ target }) => setTyped(target.value)}
          />
          <Button htmlType="submit">查找</Button>
          <label className="accounts-closed">
            <input
              type="checkbox"
              checked={search.status === 'closed'}
              onChange={({ target }) => onSearch(with_({ status: target.checked ? 'closed' : '' }))}
            />
            已关闭的
          </label>
        </form>
      </search>
      <fieldset className="accounts-kinds">
        <legend className="visually-hidden">种类</legend>
        {kinds.map(({ kind, name, count }) => (
          <button
            key={name}
            type="button"
            aria-pressed={search.kind === kind}
            onClick={() => onSearch(with_({ kind: kind ?? '' }))}
          >
            {name}
            <span className="amount quiet">{count}</span>
          </button>
        ))}
      </fieldset>
    </>
  );
}
