import { DataTable } from '@fuchi/ui/data-table.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Alert } from 'antd';
import type { EntryView, UnitListView, UnitView } from '../contract.ts';
import { LIST_STATE, yearText } from './register-words.ts';
import { StateTag } from './state-tag.tsx';

interface Props {
  readonly unit: UnitView;
  /** The enterprise reads of itself. */
  readonly own: boolean;
}

/** What the lists know of a unit, list by list: those it stands on first. */
export function UnitLists({ unit, own }: Props) {
  const on = unit.lists.filter(({ entries, alike }) => entries.length + alike.length > 0);
  const off = unit.lists.filter(({ entries, alike }) => entries.length + alike.length === 0);
  return (
    <>
      {unit.warning !== '' && <Alert type="warning" showIcon title={unit.warning} />}
      <Panel title={`在册的名单 ${on.length}`}>
        {on.length === 0 ? (
          <p className="quiet">已导入的名单上没有{own ? '本单位' : '这个单位'}。</p>
        ) : (
          on.map((list) => <OneList key={`${list.register} ${list.year}`} list={list} />)
        )}
        {unit.papers.length > 0 && (
          <p className="register-counts">因此不用交：{unit.papers.join('、')}。</p>
        )}
      </Panel>
      <Panel title={`不在册和未核的名单 ${off.length}`}>
        {off.map((list) => (
          <OneList key={`${list.register} ${list.year}`} list={list} />
        ))}
      </Panel>
    </>
  );
}

function OneList({ list }: { readonly list: UnitListView }) {
  const { title, year, state, source, facts, entries, alike } = list;
  return (
    <section className="register-unit-list">
      <h3>
        {title}
        {year !== '' && <span className="quiet">{yearText(year)}</span>}
        {state === 'current' ? (
          <StateTag
            state={
              entries.length > 0
                ? { word: '在册', tag: 'tag-yes' }
                : alike.length > 0
                  ? { word: '有同名，未核', tag: 'tag-open' }
                  : { word: '不在册', tag: 'tag-none' }
            }
          />
        ) : (
          <StateTag state={LIST_STATE[state]} />
        )}
      </h3>
      {source !== '' && <p className="quiet small">{source}</p>}
      {facts.length > 0 && state !== 'current' && (
        <p className="small">未核：{facts.map(({ label }) => label).join('、')}</p>
      )}
      {facts.length > 0 && state === 'current' && (
        <dl className="register-unit-facts">
          {facts.map((fact) => (
            <div key={fact.fact}>
              <dt>{fact.label}：</dt>
              <dd>
                <strong>{fact.value}</strong>
                {fact.state === 'unchecked' && <span className="quiet small">　{fact.source}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {entries.length > 0 && <Rows title={`${title}的行`} entries={entries} />}
      {alike.length > 0 && <Rows title={`${title}上同名的行，须人工核对`} entries={alike} />}
    </section>
  );
}

function Rows({
  title,
  entries,
}: {
  readonly title: string;
  readonly entries: readonly EntryView[];
}) {
  const columns = [...new Set(entries.flatMap(({ cells }) => Object.keys(cells)))];
  return (
    <DataTable
      title={title}
      columns={[
        { key: 'name', title: '单位名称', heads: true, text: (entry) => entry.name },
        { key: 'code', title: '信用代码', text: (entry) => entry.creditCode ?? '没有' },
        ...columns.map((id) => ({
          key: id,
          title: id,
          text: (entry: EntryView) => entry.cells[id] ?? '',
        })),
        { key: 'row', title: '文件的行', text: (entry) => String(entry.row) },
      ]}
      rows={entries}
      rowKey={({ id }) => id}
      empty=""
    />
  );
}
