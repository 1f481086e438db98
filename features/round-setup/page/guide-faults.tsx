import { saveFile } from '@fuchi/platform-browser/save-file';
import { type DataColumn, DataTable } from '@fuchi/ui/data-table.tsx';
import { Alert } from 'antd';
import type { GuideFaultRow } from '../contract.ts';

const COLUMNS: readonly DataColumn<GuideFaultRow>[] = [
  { key: 'file', title: '文件', heads: true, text: ({ file }) => file },
  { key: 'line', title: '行', kind: 'figure', text: ({ line }) => String(line) },
  { key: 'column', title: '列', kind: 'figure', text: ({ column }) => String(column) },
  { key: 'message', title: '问题', text: ({ message }) => message },
  { key: 'fix', title: '怎样改', text: ({ fix }) => fix },
];

interface Props {
  /** Of all of them; those shown may be fewer. */
  readonly count: number;
  readonly faults: readonly GuideFaultRow[];
}

/** Everything wrong with a guide, by file and line. */
export function GuideFaults({ count, faults }: Props) {
  const first = count > faults.length ? `，这里是前${faults.length}处` : '';
  return (
    <>
      <Alert type="error" showIcon title={`有${count}处错误${first}，改正以后再发布。`} />
      <DataTable
        title="指南的错误"
        columns={COLUMNS}
        rows={faults}
        rowKey={(fault) => `${fault.file} ${fault.line} ${fault.column} ${faults.indexOf(fault)}`}
        empty=""
        onExport={saveFile}
      />
    </>
  );
}
