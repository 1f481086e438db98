import type { ListTable } from '@fuchi/documents/list/list-table';
import { Button } from 'antd';
import { useState } from 'react';

/** `saveFile` of platform/browser: gives the person a file. */
export type SaveFile = (name: string, type: string, bytes: Uint8Array) => void;

interface Props {
  /** Where the file is made here; or its address, where the server makes it. */
  readonly onExport: SaveFile | string;
  /** What is listed, asked for when the file is made. */
  readonly list: () => ListTable;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Takes a list along as a spreadsheet. */
export function ListExport({ onExport, list }: Props) {
  const [busy, setBusy] = useState(false);
  if (typeof onExport === 'string') {
    return (
      <Button size="small" type="link" href={onExport} download>
        导出 Excel
      </Button>
    );
  }
  const save = async () => {
    setBusy(true);
    // Loaded only when a file is wanted.
    const { listXlsx } = await import('@fuchi/documents/list/list-xlsx');
    const table = list();
    onExport(`${table.title}.xlsx`, XLSX, listXlsx(table));
    setBusy(false);
  };
  return (
    <Button size="small" type="link" loading={busy} onClick={() => void save()}>
      导出 Excel
    </Button>
  );
}
