import { useDesk } from '@fuchi/platform-browser/use-desk';
import { type DataColumn, DataTable } from '@fuchi/ui/data-table.tsx';
import { Choice } from '@fuchi/ui/entry/choice.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Button } from 'antd';
import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { type EntriesView, type EntryView, entriesView, type RegisterView } from '../contract.ts';
import { yearText } from './register-words.ts';

const PAGE = 50;

/** The rows of a version, found by code or name. */
export function EntriesPanel({ register }: { readonly register: RegisterView }) {
  const answering = register.lists.flatMap(({ version }) => version ?? []);
  const [year, setYear] = useState(answering[0]?.year ?? '');
  const [text, setText] = useState('');
  const [asked, setAsked] = useState({ text: '', from: 0 });
  const [found, setFound] = useState<EntriesView>();
  const { busy, fault, ask } = useDesk();
  const look = useCallback(async () => {
    const query = new URLSearchParams({ year, text: asked.text, from: String(asked.from) });
    setFound(await ask({ path: `/api/registers/${register.id}/entries?${query}` }, entriesView));
  }, [ask, register.id, year, asked]);
  useEffect(() => void look(), [look]);
  if (answering.length === 0) {
    return (
      <Panel title="查找">
        <p className="quiet">还没有导入，查不到任何单位。</p>
      </Panel>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked({ text, from: 0 });
  };
  const total = found?.total ?? 0;
  const { from } = asked;
  return (
    <Panel title="查找">
      <form className="register-search" onSubmit={submit}>
        {answering.length > 1 && (
          <Choice
            label="年度"
            value={year}
            onChange={(next) => {
              setYear(next);
              setAsked({ text, from: 0 });
            }}
            choices={answering.map((one) => ({ value: one.year, text: yearText(one.year) }))}
            path="year"
            fault={undefined}
          />
        )}
        <Field
          label="信用代码或单位名称"
          value={text}
          onChange={setText}
          autoComplete="off"
          path="text"
          fault={fault}
        />
        <Button htmlType="submit" loading={busy}>
          查找
        </Button>
      </form>
      {found && (
        <DataTable
          title={`${register.title}的行`}
          columns={columnsOf(register)}
          rows={found.entries}
          rowKey={({ id }) => id}
          empty={
            asked.text === '' ? '这一版没有行。' : '没有找到。换一个写法，或者只写名称的一部分。'
          }
          phone="scroll"
          aside={
            <span role="status">
              共{total}行{total > PAGE && `，第${from + 1}至${from + found.entries.length}行`}
            </span>
          }
        />
      )}
      {total > PAGE && (
        <div className="register-pages">
          <Button
            disabled={busy || from === 0}
            onClick={() => setAsked({ ...asked, from: Math.max(0, from - PAGE) })}
          >
            上一页
          </Button>
          <Button
            disabled={busy || from + PAGE >= total}
            onClick={() => setAsked({ ...asked, from: from + PAGE })}
          >
            下一页
          </Button>
        </div>
      )}
    </Panel>
  );
}

/** The columns of a register's rows: who, what it says, and where in the file. */
export function columnsOf({
  columns,
}: Pick<RegisterView, 'columns'>): readonly DataColumn<EntryView>[] {
  return [
    { key: 'name', title: '单位名称', heads: true, text: ({ name }) => name },
    { key: 'code', title: '统一社会信用代码', text: ({ creditCode }) => creditCode ?? '没有' },
    ...columns
      .filter(({ role }) => role === 'value')
      .map(
        ({ id, kind, unit }): DataColumn<EntryView> => ({
          key: id,
          title: id,
          ...(kind === '金额' && { unit, kind: 'figure' }),
          text: ({ cells }) => cells[id] ?? '',
        }),
      ),
    { key: 'row', title: '文件的行', kind: 'figure', text: ({ row }) => String(row) },
  ];
}
