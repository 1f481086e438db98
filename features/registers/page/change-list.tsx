import { type DataColumn, DataTable } from '@fuchi/ui/data-table.tsx';
import type { ChangesView } from '../contract.ts';

type Change = ChangesView['first'][number];

const WORDS: Readonly<Record<Change['kind'], { word: string; tag: string }>> = {
  added: { word: '新增', tag: 'tag-yes' },
  gone: { word: '减少', tag: 'tag-no' },
  changed: { word: '变更', tag: 'tag-open' },
};

const COLUMNS: readonly DataColumn<Change>[] = [
  {
    key: 'kind',
    title: '变化',
    text: ({ kind }) => WORDS[kind].word,
    cell: ({ kind }) => <span className={`tag ${WORDS[kind].tag}`}>{WORDS[kind].word}</span>,
  },
  { key: 'name', title: '单位名称', heads: true, text: ({ name }) => name },
  { key: 'code', title: '统一社会信用代码', text: ({ creditCode }) => creditCode ?? '没有' },
  {
    key: 'columns',
    title: '改了什么',
    text: ({ columns }) =>
      columns
        .map(({ column, before, after }) => `${column}：${before || '空'} → ${after || '空'}`)
        .join('；') || '—',
  },
];

/** What a version changes against the one before: counts, and the first of each kind. */
export function ChangeList({ changes }: { readonly changes: ChangesView }) {
  const { added, gone, changed, same, first } = changes;
  const more = added + gone + changed - first.length;
  return (
    <>
      <p className="register-counts" role="status">
        新增{added}行，减少{gone}行，变更{changed}行，不变{same}行。
        {more > 0 && `只列出每种变化的前100行，还有${more}行没有列出。`}
      </p>
      <DataTable
        title="变化"
        columns={COLUMNS}
        rows={first}
        rowKey={(change) => `${first.indexOf(change)}`}
        empty="与上一版相同。"
      />
    </>
  );
}
