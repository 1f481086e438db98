import { useDesk } from '@fuchi/platform-browser/use-desk';
import { type DataColumn, DataTable } from '@fuchi/ui/data-table.tsx';
import { Moment } from '@fuchi/ui/moment.tsx';
import { momentText } from '@fuchi/ui/moment-text';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Alert, Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { type AccountsView, accountsView, securityDone } from '../contract-security.ts';
import { FindForm } from './find-form.tsx';
import { PageFault } from './page-fault.tsx';
import { WhyDialog } from './why-dialog.tsx';

type Row = AccountsView['accounts'][number];

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
    cell: ({ name, login, active }) => (
      <>
        {name}
        <span className="quiet">（{login}）</span>
        {!active && <span className="tag tag-no accounts-state">已停用</span>}
      </>
    ),
  },
  {
    key: 'duties',
    title: '岗位',
    text: ({ duties }) => duties.join('；'),
    cell: ({ duties }) =>
      duties.length === 0
        ? '没有岗位'
        : duties.map((duty) => (
            <span key={duty} className="accounts-duty">
              {duty}
            </span>
          )),
  },
  {
    key: 'password',
    title: '密码',
    text: ({ passwordSetAt }) =>
      passwordSetAt === null ? '没有' : `${momentText(passwordSetAt)}设置`,
    cell: ({ passwordSetAt }) => (passwordSetAt === null ? '没有' : <Moment at={passwordSetAt} />),
  },
  {
    key: 'factor',
    title: '两步验证',
    text: ({ secondFactorAt }) => (secondFactorAt === null ? '没有' : '已设置'),
  },
  {
    key: 'sessions',
    title: '正在登录',
    unit: '处',
    kind: 'figure',
    text: ({ sessions }) => String(sessions),
  },
];

/** What can be done to an account, and what comes of it. */
const ACTS = [
  {
    path: 'sign-out',
    name: '各处退出',
    title: '让他在各处都退出',
    tells: '正在进行的登录马上全部结束，可以重新登录。',
    fits: (row: Row) => row.sessions > 0,
  },
  {
    path: 'release',
    name: '解除限制',
    title: '解除登录限制',
    tells: '失败次数清零，本人可以马上再试。请先确认是本人。',
    fits: () => true,
  },
  {
    path: 'reset-second-factor',
    name: '重置两步验证',
    title: '重置两步验证',
    tells: '原来的验证器和恢复码作废，正在进行的登录结束，下次登录时重新设置。请先当面核实身份。',
    fits: (row: Row) => row.secondFactorAt !== null,
  },
  {
    path: 'void-password',
    name: '作废密码',
    title: '作废密码',
    tells:
      '原密码马上作废，正在进行的登录结束。能发邮件的，设置新密码的链接发到本人邮箱；不能的，由本人向管理员要链接。',
    fits: (row: Row) => row.passwordSetAt !== null,
  },
] as const;
type Act = (typeof ACTS)[number];

/** Finds accounts, and does to them what keeps them safe; each with a reason that is kept. */
export function AccountsPart({ q, onFind }: Props) {
  const [view, setView] = useState<AccountsView>();
  const [open, setOpen] = useState<{ readonly row: Row; readonly act: Act }>();
  const [done, setDone] = useState('');
  const { fault: readFault, ask: askRead } = useDesk();
  const { busy, fault, ask, tell } = useDesk();
  const read = useCallback(async () => {
    if (q === '') return;
    const path = `/api/security/accounts?${new URLSearchParams({ q })}`;
    const found = await askRead({ path }, accountsView);
    if (found) setView(found);
  }, [askRead, q]);
  useEffect(() => void read(), [read]);
  if (readFault) return <PageFault title="账号" to="/accounts/security" fault={readFault} />;
  const carryOut = async (why: string) => {
    if (!open) return;
    const path = `/api/security/accounts/${open.row.account}/${open.act.path}`;
    const said = await ask({ method: 'POST', path, body: { why } }, securityDone);
    if (!said) return;
    setDone(`${open.row.name}：${said.message}`);
    setOpen(undefined);
    await read();
  };
  return (
    <Panel title="账号">
      <FindForm q={q} placeholder="姓名、账号或单位" onFind={onFind} />
      <div role="status">
        {done !== '' && <Alert className="accounts-done" type="success" showIcon title={done} />}
      </div>
      {q === '' ? (
        <p className="quiet">输入姓名、账号或单位，找到要处理的账号。</p>
      ) : (
        <DataTable
          title="账号"
          columns={COLUMNS}
          rows={view?.accounts ?? []}
          rowKey={({ account }) => account}
          empty={view ? '没有找到。' : '正在查找……'}
          actions={(row) =>
            row.self ? (
              <span className="quiet small">本人</span>
            ) : (
              <span className="entry-actions">
                {ACTS.filter(({ fits }) => fits(row)).map((act) => (
                  <Button
                    key={act.path}
                    size="small"
                    aria-label={`${act.name}：${row.name}`}
                    onClick={() => {
                      tell(undefined);
                      setDone('');
                      setOpen({ row, act });
                    }}
                  >
                    {act.name}
                  </Button>
                ))}
              </span>
            )
          }
        />
      )}
      {view?.more && <p className="quiet small">还有更多，请说得更具体些。</p>}
      {open && (
        <WhyDialog
          title={`${open.act.title}：${open.row.name}`}
          go={open.act.name}
          danger={open.act.path === 'void-password'}
          busy={busy}
          fault={fault}
          onGo={(why) => void carryOut(why)}
          onClose={() => setOpen(undefined)}
        >
          <p>{open.act.tells}</p>
        </WhyDialog>
      )}
    </Panel>
  );
}
