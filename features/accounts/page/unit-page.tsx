import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Panel } from '@fuchi/ui/panel.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import {
  type DutyOf,
  done,
  type LinkReply,
  linkReply,
  type PeopleView,
  type PersonView,
  peopleView,
} from '../contract-people.ts';
import { EndDutyDialog } from './end-duty-dialog.tsx';
import { GiveDutyForm } from './give-duty-form.tsx';
import { InvitationsPanel } from './invitations-panel.tsx';
import { InviteForm } from './invite-form.tsx';
import { LinkShown } from './link-shown.tsx';
import { PageFault } from './page-fault.tsx';
import { PeopleTable } from './people-table.tsx';
import { UnitPanel } from './unit-panel.tsx';
import { WhyDialog } from './why-dialog.tsx';
import './accounts.css';

/** What is open over or below the table. */
type Open =
  | { readonly what: 'invite' }
  | { readonly what: 'give'; readonly login: string }
  | { readonly what: 'end'; readonly person: PersonView; readonly duty: DutyOf }
  | { readonly what: 'switch'; readonly person: PersonView }
  | {
      readonly what: 'link';
      readonly name: string;
      readonly use: string;
      readonly reply: LinkReply;
    };

/** `/accounts/units/$unit`: one unit and its people, as the system administrator sets them up. */
export function UnitPage({ unit }: { readonly unit: string }) {
  const [view, setView] = useState<PeopleView>();
  const [open, setOpen] = useState<Open>();
  const { fault: readFault, ask: askRead } = useDesk();
  const { busy, fault, ask, tell } = useDesk();
  const path = `/api/accounts/units/${unit}`;
  usePageTitle(view?.unit.name ?? '单位');
  const read = useCallback(async () => {
    const found = await askRead({ path }, peopleView);
    if (found) setView(found);
  }, [askRead, path]);
  useEffect(() => void read(), [read]);
  if (!view) return <PageFault title="单位" to={`/accounts/units/${unit}`} fault={readFault} />;

  const show = (next: Open | undefined) => {
    tell(undefined);
    setOpen(next);
  };
  const take = (next: PeopleView | undefined) => {
    if (!next) return;
    setView(next);
    show(undefined);
  };
  const makeLink = async ({ account, name }: PersonView) => {
    const at = `/api/accounts/people/${account}/password-link`;
    const reply = await ask({ method: 'POST', path: at }, linkReply);
    if (reply) show({ what: 'link', name, use: '设置新密码', reply });
  };
  const switchOver = async ({ account, active }: PersonView, why: string) => {
    const at = `/api/accounts/people/${account}/${active ? 'disable' : 'enable'}`;
    if (!(await ask({ method: 'POST', path: at, body: { why } }, done))) return;
    show(undefined);
    await read();
  };
  const active = view.unit.status === 'active';
  return (
    <>
      <div className="page-title">
        <p className="small">
          <Link to="/accounts" activeOptions={{ exact: true }}>
            单位与账号
          </Link>
        </p>
        <h1>{view.unit.name}</h1>
      </div>
      <UnitPanel unit={view.unit} onChanged={() => void read()} />
      <Panel
        title="人员"
        aside={
          active &&
          open?.what !== 'invite' &&
          open?.what !== 'give' && (
            <div className="entry-actions">
              <Button type="primary" onClick={() => show({ what: 'invite' })}>
                邀请
              </Button>
              <Button onClick={() => show({ what: 'give', login: '' })}>已有账号的人</Button>
            </div>
          )
        }
      >
        <div role="alert">
          {fault && (open === undefined || open.what === 'link') && (
            <Alert type="error" showIcon title={fault.message} />
          )}
        </div>
        <PeopleTable
          view={view}
          lookAt="/api/accounts/people"
          busy={busy}
          onEnd={(person, duty) => show({ what: 'end', person, duty })}
          actions={(person) =>
            !person.self && (
              <span className="entry-actions">
                {person.active && active && (
                  <Button
                    size="small"
                    aria-label={`给${person.name}加岗位`}
                    onClick={() => show({ what: 'give', login: person.login })}
                  >
                    加岗位
                  </Button>
                )}
                {person.mayLink && (
                  <Button
                    size="small"
                    disabled={busy}
                    aria-label={`密码链接：${person.name}`}
                    onClick={() => void makeLink(person)}
                  >
                    密码链接
                  </Button>
                )}
                <Button
                  size="small"
                  danger={person.active}
                  aria-label={`${person.active ? '停用' : '启用'}${person.name}的账号`}
                  onClick={() => show({ what: 'switch', person })}
                >
                  {person.active ? '停用' : '启用'}
                </Button>
              </span>
            )
          }
        />
        {open?.what === 'invite' && (
          <InviteForm
            view={view}
            path={`${path}/invitations`}
            onDone={(invited) => {
              void read();
              show({ what: 'link', use: '接受邀请', ...invited });
            }}
            onClose={() => show(undefined)}
          />
        )}
        {open?.what === 'give' && (
          <GiveDutyForm
            key={open.login}
            view={view}
            login={open.login}
            onDone={(next) => (next ? take(next) : show(undefined))}
          />
        )}
      </Panel>
      <InvitationsPanel
        invitations={view.invitations}
        busy={busy}
        onWithdraw={({ id }) =>
          void ask({ method: 'DELETE', path: `/api/accounts/invitations/${id}` }, peopleView).then(
            take,
          )
        }
      />
      {open?.what === 'end' && (
        <EndDutyDialog
          {...open}
          busy={busy}
          fault={fault}
          onGo={() =>
            void ask(
              { method: 'DELETE', path: `/api/accounts/duties/${open.duty.appointment}` },
              peopleView,
            ).then(take)
          }
          onClose={() => show(undefined)}
        />
      )}
      {open?.what === 'switch' && (
        <WhyDialog
          title={`${open.person.active ? '停用' : '启用'}${open.person.name}的账号`}
          go={open.person.active ? '停用' : '启用'}
          danger={open.person.active}
          busy={busy}
          fault={fault}
          onGo={(why) => void switchOver(open.person, why)}
          onClose={() => show(undefined)}
        >
          <p>
            {open.person.active
              ? '停用以后不能登录，正在进行的登录马上结束；岗位保留，启用后恢复。'
              : '启用以后可以用原来的密码登录，岗位不变。'}
          </p>
        </WhyDialog>
      )}
      {open?.what === 'link' && <LinkShown {...open} onClose={() => show(undefined)} />}
    </>
  );
}
