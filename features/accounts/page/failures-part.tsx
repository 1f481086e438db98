import { saveFile } from '@fuchi/platform-browser/save-file';
import { useDesk } from '@fuchi/platform-browser/use-desk';
import { type DataColumn, DataTable } from '@fuchi/ui/data-table.tsx';
import { Moment } from '@fuchi/ui/moment.tsx';
import { momentText } from '@fuchi/ui/moment-text';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Button } from 'antd';
import { useEffect, useId, useState } from 'react';
import { type FailureView, failureView } from '../contract-security.ts';
import { PageFault } from './page-fault.tsx';

type Slowed = FailureView['slowed'][number];
const DAYS = [7, 30, 90] as const;

const SLOWED: readonly DataColumn<Slowed>[] = [
  { key: 'name', title: '账号', heads: true, text: ({ name }) => name },
  { key: 'what', title: '试的是', text: ({ what }) => what },
  {
    key: 'failures',
    title: '失败',
    unit: '次',
    kind: 'figure',
    text: (row) => String(row.failures),
  },
  {
    key: 'wait',
    title: '还要等',
    unit: '秒',
    kind: 'figure',
    text: ({ waitSeconds }) => String(waitSeconds),
  },
];

/** Who has to wait now, and failures by account and by address over days. */
export function FailuresPart({ onFind }: { readonly onFind: (q: string) => void }) {
  const [view, setView] = useState<FailureView>();
  const [days, setDays] = useState<number>(DAYS[0]);
  const { fault, ask } = useDesk();
  const id = useId();
  useEffect(() => {
    void ask({ path: `/api/security/failures?days=${days}` }, failureView).then((found) => {
      if (found) setView(found);
    });
  }, [ask, days]);
  if (!view) return <PageFault title="登录失败" to="/accounts/security" fault={fault} />;
  const accounts = view.accounts.map((row) => ({
    ...row,
    key: row.account,
    name: `${row.name}（${row.login}）`,
  }));
  const addresses = view.addresses.map((row) => ({ ...row, key: row.address, name: row.address }));
  const choice = (
    <span className="accounts-days">
      <label htmlFor={id}>最近</label>
      <select id={id} value={days} onChange={({ target }) => setDays(Number(target.value))}>
        {DAYS.map((each) => (
          <option key={each} value={each}>
            {each}天
          </option>
        ))}
      </select>
    </span>
  );
  return (
    <>
      <Panel title="现在受限的">
        <DataTable
          title="现在受限的登录"
          columns={SLOWED}
          rows={view.slowed}
          rowKey={({ name, what, failures, waitSeconds }) =>
            `${name} ${what} ${failures} ${waitSeconds}`
          }
          empty="现在没有人因为失败太多而要等。连续失败5次以后，再试要等1分钟，以后每次加倍，最多30分钟。"
          actions={({ account, name }) =>
            account !== null && (
              <Button
                size="small"
                aria-label={`处理${name}`}
                onClick={() => onFind(name.replace(/^.*（(.*)）$/, '$1'))}
              >
                处理
              </Button>
            )
          }
        />
      </Panel>
      <Panel title="按账号" aside={choice}>
        <DataTable
          title="登录失败的账号"
          columns={failureColumns('账号', view.days)}
          rows={accounts}
          rowKey={({ key }) => key}
          empty="这些天没有登录失败。"
          onExport={saveFile}
          phone="scroll"
          actions={({ login, name }) => (
            <Button size="small" aria-label={`处理${name}`} onClick={() => onFind(login)}>
              处理
            </Button>
          )}
        />
      </Panel>
      <Panel title="按地址">
        <DataTable
          title="登录失败的地址"
          columns={failureColumns('地址', view.days)}
          rows={addresses}
          rowKey={({ key }) => key}
          empty="这些天没有登录失败。"
          onExport={saveFile}
          phone="scroll"
        />
      </Panel>
    </>
  );
}

interface FailureRow {
  readonly name: string;
  readonly counts: readonly number[];
  readonly total: number;
  readonly lastAt: string;
}

/** A column for each day where they are few; else the sum alone. */
function failureColumns(who: string, days: readonly string[]): readonly DataColumn<FailureRow>[] {
  const daily = days.length <= DAYS[0] ? days : [];
  return [
    { key: 'name', title: who, heads: true, text: ({ name }) => name },
    ...daily.map(
      (day, i): DataColumn<FailureRow> => ({
        key: day,
        title: day.slice(5),
        kind: 'figure',
        text: ({ counts }) => String(counts[i] ?? 0),
      }),
    ),
    { key: 'total', title: '合计', unit: '次', kind: 'figure', text: ({ total }) => String(total) },
    {
      key: 'last',
      title: '最后一次',
      text: ({ lastAt }) => momentText(lastAt),
      cell: ({ lastAt }) => <Moment at={lastAt} />,
    },
  ];
}
