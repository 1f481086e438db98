import { type DataColumn, DataTable } from '@fuchi/ui/data-table.tsx';
import { Moment } from '@fuchi/ui/moment.tsx';
import { momentText } from '@fuchi/ui/moment-text';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import type { RegisterView, VersionView } from '../contract.ts';
import { ChangesDialog } from './changes-dialog.tsx';
import { VERSION_STATE, yearText } from './register-words.ts';
import { StateTag } from './state-tag.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

interface Props {
  readonly register: RegisterView;
  readonly onChange: () => void;
}

/** All imports, the newest first: by whom, from which file, and what each changed. */
export function VersionsPanel({ register, onChange }: Props) {
  const [open, setOpen] = useState<{
    readonly what: 'changes' | 'withdraw';
    version: VersionView;
  }>();
  const close = () => setOpen(undefined);
  return (
    <Panel title="历次导入">
      <DataTable
        title={`${register.title}的历次导入`}
        columns={columnsOf(register.yearly)}
        rows={register.versions}
        rowKey={({ id }) => id}
        empty="还没有导入过。"
        actions={(version) => (
          <span className="register-actions">
            <Button size="small" href={`/api/register-versions/${version.id}/file`}>
              原文件
            </Button>
            <Button
              size="small"
              aria-label={`看第${version.number}版的变化`}
              onClick={() => setOpen({ what: 'changes', version })}
            >
              变化
            </Button>
            {register.mayImport && version.state !== 'withdrawn' && (
              <Button
                size="small"
                aria-label={`撤回第${version.number}版`}
                onClick={() => setOpen({ what: 'withdraw', version })}
              >
                撤回
              </Button>
            )}
          </span>
        )}
      />
      {open?.what === 'changes' && <ChangesDialog version={open.version} onClose={close} />}
      {open?.what === 'withdraw' && (
        <WithdrawDialog
          version={open.version}
          onClose={close}
          onDone={() => {
            close();
            onChange();
          }}
        />
      )}
    </Panel>
  );
}

function columnsOf(yearly: boolean): readonly DataColumn<VersionView>[] {
  return [
    {
      key: 'number',
      title: '版本',
      heads: true,
      text: ({ year, number }) => `${yearly ? `${yearText(year)} ` : ''}第${number}版`,
    },
    {
      key: 'state',
      title: '状态',
      text: ({ state }) => VERSION_STATE[state].word,
      cell: ({ state, withdrawnBecause }) => (
        <>
          <StateTag state={VERSION_STATE[state]} />
          {withdrawnBecause !== null && <p className="quiet small">原因：{withdrawnBecause}</p>}
        </>
      ),
    },
    { key: 'asOf', title: '截至日期', text: ({ asOf }) => asOf },
    { key: 'source', title: '依据', text: ({ source }) => source },
    {
      key: 'entries',
      title: '行数',
      kind: 'figure',
      text: ({ entries }) => String(entries),
    },
    {
      key: 'importedAt',
      title: '导入',
      text: ({ importedBy, importedAt }) => `${importedBy} ${momentText(importedAt)}`,
      cell: ({ importedBy, importedAt }) => (
        <>
          {importedBy} <Moment at={importedAt} />
        </>
      ),
    },
  ];
}
