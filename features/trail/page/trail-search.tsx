import { Choice } from '@fuchi/ui/entry/choice.tsx';
import type { EntryFault } from '@fuchi/ui/entry/entry-fault';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import type { TrailFilter, TrailWords } from '../contract.ts';

interface Props {
  readonly filter: TrailFilter;
  readonly words: TrailWords;
  readonly busy: boolean;
  readonly fault: EntryFault | undefined;
  readonly onSearch: (filter: TrailFilter) => void;
}

/** What to look for; empty fields ask nothing. */
export function TrailSearch({ filter, words, busy, fault, onSearch }: Props) {
  const [asked, setAsked] = useState(filter);
  const set = (name: keyof TrailFilter) => (value: string) =>
    setAsked({ ...asked, [name]: value === '' ? undefined : value });
  const field = (name: keyof TrailFilter, label: string, date = false) => (
    <Field
      label={label}
      value={asked[name] ?? ''}
      onChange={set(name)}
      autoComplete="off"
      path={name}
      fault={fault}
      {...(date && { date })}
    />
  );
  const choice = (name: keyof TrailFilter, label: string, of: TrailWords['roles']) => (
    <Choice
      label={label}
      value={asked[name] ?? ''}
      onChange={set(name)}
      choices={[
        { value: '', text: '全部' },
        ...of.map(({ value, label: text }) => ({ value, text })),
      ]}
      path={name}
      fault={fault}
    />
  );
  return (
    <search>
      <form
        className="trail-search"
        aria-label="查询操作记录"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(asked);
        }}
      >
        {field('from', '从', true)}
        {field('to', '到', true)}
        {choice('kind', '事项', words.kinds)}
        {choice('subject', '对象', words.subjects)}
        {field('id', '对象编号')}
        {field('person', '人员（姓名或登录名）')}
        {choice('role', '岗位', words.roles)}
        {field('organisation', '单位（名称的一部分）')}
        <div className="trail-search-actions">
          <Button type="primary" htmlType="submit" loading={busy}>
            查询
          </Button>
          <Button
            onClick={() => {
              setAsked({});
              onSearch({});
            }}
          >
            清空
          </Button>
        </div>
      </form>
    </search>
  );
}
