import { useDesk } from '@fuchi/platform-browser/use-desk';
import { type DataColumn, DataTable } from '@fuchi/ui/data-table.tsx';
import { Moment } from '@fuchi/ui/moment.tsx';
import { momentText } from '@fuchi/ui/moment-text';
import { Pager } from '@fuchi/ui/pager.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Alert, Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { type SessionsView, securityDone, sessionsView } from '../contract-security.ts';
import { FindForm } from './find-form.tsx';
import { PageFault } from './page-fault.tsx';

type Row = SessionsView['sessions'][number];
const PATH = '/api/security/sessions';

interface Props {
  readonly q: string;
  readonly onFind: (q: string) => void;
}

const COLUMNS: readonly DataColumn<Row>[] = [
  {
    key: 'name',
    title: '姓名',
    heads: true,
    text: ({ name, login }) => `${name}（${login}）`,
    cell: ({ name, login, own }) => (
      <>
        {name}
        <span className="quiet">（{login}）</span>
        {own && <span className="tag tag-none accounts-state">本机</span>}
      </>
    ),
  },
  {
    key: 'as',
    title: '岗位',
    text: ({ roleName, organisation }) =>
      roleName === null ? '还没有选岗位' : `${organisation} · ${roleName}`,
  },
  {
    key: 'device',
    title: '设备',
    text: ({ device, secondFactor }) => `${device}${secondFactor ? ' · 已两步验证' : ''}`,
  },
  { key: 'address', title: '地址', text: ({ address }) => address },
  {
    key: 'started',
    title: '登录',
    text: ({ startedAt }) => momentText(startedAt),
    cell: ({ startedAt }) => <Moment at={startedAt} />,
  },
  {
    key: 'seen',
    title: '最后使用',
    text: ({ seenAt }) => momentText(seenAt),
    cell: ({ seenAt }) => <Moment at={seenAt} />,
  },
];

/** Who is signed in, from where, as what; any of them can be signed out. */
export function SessionsPart({ q, onFind }: Props) {
  const [view, setView] = useState<SessionsView>();
  const [page, setPage] = useState(1);
  const { fault: readFault, ask: askRead } = useDesk();
  const { busy, fault, ask } = useDesk();
  const asked = new URLSearchParams({ page: String(page), ...(q !== '' && { q }) }).toString();
  const read = useCallback(async () => {
    const found = await askRead({ path: `${PATH}?${asked}` }, sessionsView);
    if (found) setView(found);
  }, [askRead, asked]);
  useEffect(() => void read(), [read]);
  if (!view) return <PageFault title="正在登录的人" to="/accounts/security" fault={readFault} />;
  const end = async ({ id }: Row) => {
    await ask({ method: 'DELETE', path: `${PATH}/${id}` }, securityDone);
    await read();
  };
  return (
    <Panel title="正在登录的人">
      <FindForm q={q} placeholder="姓名、账号、单位或地址" onFind={onFind} />
      <div role="alert">{fault && <Alert type="error" showIcon title={fault.message} />}</div>
      <DataTable
        title="正在登录的人"
        columns={COLUMNS}
        rows={view.sessions}
        rowKey={({ id }) => id}
        empty={q === '' ? '现在没有人登录。' : '没有找到。'}
        actions={(row) =>
          !row.own && (
            <Button
              size="small"
              disabled={busy}
              aria-label={`让${row.name}在${row.device}（${momentText(row.startedAt)}登录）退出`}
              onClick={() => void end(row)}
            >
              退出
            </Button>
          )
        }
      />
      <Pager
        of="登录"
        page={view.page}
        pageSize={view.pageSize}
        total={view.total}
        onPage={setPage}
      />
    </Panel>
  );
}
