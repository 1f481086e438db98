import { type DataColumn, DataTable } from '@fuchi/ui/data-table.tsx';
import { Sign, type SignName } from '@fuchi/ui/sign.tsx';
import type { ImportView } from '../contract-unit.ts';

type Row = ImportView['rows'][number];

const OUTCOMES: Readonly<Record<Row['outcome'], { word: string; short: string; sign: SignName }>> =
  {
    new: { word: '可以新建', short: '可以新建', sign: 'yes' },
    made: { word: '已新建', short: '已新建', sign: 'yes' },
    there: { word: '已有，不变', short: '已有', sign: 'none' },
    faulty: { word: '有误，不建', short: '有误', sign: 'no' },
  };

const COLUMNS: readonly DataColumn<Row>[] = [
  { key: 'row', title: '行', kind: 'figure', text: ({ row }) => String(row) },
  { key: 'name', title: '单位名称', heads: true, text: ({ name }) => name },
  { key: 'level', title: '层级', text: ({ level }) => level },
  { key: 'department', title: '部门', text: ({ department }) => department },
  { key: 'territory', title: '地区', text: ({ territory }) => territory },
  { key: 'through', title: '经由单位', text: ({ through }) => through },
  {
    key: 'outcome',
    title: '结果',
    text: ({ outcome, faults }) => [OUTCOMES[outcome].word, ...faults].join('；'),
    cell: ({ outcome, faults }) => {
      const { word, sign } = OUTCOMES[outcome];
      return (
        <>
          <span className={`tag tag-${sign}`}>
            <Sign name={sign} />
            {word}
          </span>
          {faults.map((fault) => (
            <span key={fault} className="accounts-below accounts-wrong">
              {fault}
            </span>
          ))}
        </>
      );
    },
  },
];

/** Each row of the sheet, and what becomes of it; those with faults first. */
export function ImportRows({ rows }: { readonly rows: readonly Row[] }) {
  const count = (outcome: Row['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  const counts = (Object.keys(OUTCOMES) as Row['outcome'][])
    .filter((outcome) => count(outcome) > 0)
    .map((outcome) => `${OUTCOMES[outcome].short}${count(outcome)}行`);
  const faulty = (row: Row) => (row.outcome === 'faulty' ? 0 : 1);
  return (
    <DataTable
      title="推荐单位核对"
      columns={COLUMNS}
      rows={[...rows].sort((a, b) => faulty(a) - faulty(b) || a.row - b.row)}
      rowKey={({ row }) => String(row)}
      empty="表格里没有单位。第一行应为表头：单位名称、层级、部门、地区、经由单位。"
      aside={counts.join(' · ')}
    />
  );
}
