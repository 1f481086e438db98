import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Panel } from '@fuchi/ui/panel.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Alert, Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import {
  type DutyOf,
  type LinkReply,
  linkReply,
  type PeopleView,
  type PersonView,
  peopleView,
} from '../contract-people.ts';
import { ChangesPanel } from './changes-panel.tsx';
import { EndDutyDialog } from './end-duty-dialog.tsx';
import { HandOverForm } from './hand-over-form.tsx';
import { InvitationsPanel } from './invitations-panel.tsx';
import { InviteForm } from './invite-form.tsx';
import { LinkShown } from './link-shown.tsx';
import { MoreDuties } from './more-duties.tsx';
import { PageFault } from './page-fault.tsx';
import { PeopleTable } from './people-table.tsx';
import './accounts.css';

const PATH = '/api/people';

type Open =
  | { readonly what: 'invite' }
  | { readonly what: 'hand-over' }
  | { readonly what: 'end'; readonly person: PersonView; readonly duty: DutyOf }
  | {
      readonly what: 'link';
      readonly name: string;
      readonly use: string;
      readonly reply: LinkReply;
    };

interface Props {
  /** After the administration was handed over: what is on the page isn't his to see any more. */
  readonly onHandedOver: () => void;
}

/** `/people`: one's own unit's people, for who leads an enterprise or a recommender. */
export function PeoplePage({ onHandedOver }: Props) {
  usePageTitle('本单位人员');
  const [view, setView] = useState<PeopleView>();
  const [open, setOpen] = useState<Open>();
  const { fault: readFault, ask: askRead } = useDesk();
  const { busy, fault, ask, tell } = useDesk();
  const read = useCallback(async () => {
    const found = await askRead({ path: PATH }, peopleView);
    if (found) setView(found);
  }, [askRead]);
  useEffect(() => void read(), [read]);
  if (!view) return <PageFault title="本单位人员" to="/people" fault={readFault} />;
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
    const path = `${PATH}/${account}/password-link`;
    const reply = await ask({ method: 'POST', path }, linkReply);
    if (reply) show({ what: 'link', name, use: '设置新密码', reply });
  };
  const ofApplicant = view.unit.kind === 'applicant';
  const others = view.people.filter(({ self, active }) => !self && active);
  return (
    <>
      <div className="page-title">
        <h1>本单位人员</h1>
        <p>
          <strong>{view.unit.name}</strong>
          {view.unit.creditCode !== null && <> · {view.unit.creditCode}</>}
          {view.unit.formerNames.length > 0 && (
            <span className="quiet"> · 曾用名：{view.unit.formerNames.join('、')}</span>
          )}
        </p>
      </div>
      <Panel
        title="人员"
        aside={
          (open === undefined || open.what === 'end' || open.what === 'link') && (
            <div className="entry-actions">
              <Button type="primary" onClick={() => show({ what: 'invite' })}>
                邀请同事
              </Button>
              {view.mayHandOver && (
                <Button onClick={() => show({ what: 'hand-over' })}>交接管理员</Button>
              )}
            </div>
          )
        }
      >
        <div role="alert">
          {fault && open === undefined && (
            <Alert type="error" showIcon title={fault.faults[0]?.message ?? fault.message} />
          )}
        </div>
        <PeopleTable
          view={view}
          lookAt={ofApplicant ? PATH : undefined}
          busy={busy}
          onEnd={(person, duty) => show({ what: 'end', person, duty })}
          actions={(person) => (
            <span className="entry-actions">
              <MoreDuties
                view={view}
                person={person}
                busy={busy}
                onGive={(role) =>
                  void ask(
                    {
                      method: 'POST',
                      path: `${PATH}/${person.account}/duties`,
                      body: { role, until: null },
                    },
                    peopleView,
                  ).then(take)
                }
              />
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
            </span>
          )}
        />
        {open?.what === 'invite' && (
          <InviteForm
            view={view}
            path={`${PATH}/invitations`}
            onDone={(invited) => {
              void read();
              show({ what: 'link', use: '接受邀请', ...invited });
            }}
            onClose={() => show(undefined)}
          />
        )}
        {open?.what === 'hand-over' && (
          <HandOverForm people={others} onDone={onHandedOver} onClose={() => show(undefined)} />
        )}
      </Panel>
      <InvitationsPanel
        invitations={view.invitations}
        busy={busy}
        onWithdraw={({ id }) =>
          void ask({ method: 'DELETE', path: `${PATH}/invitations/${id}` }, peopleView).then(take)
        }
      />
      {ofApplicant && <ChangesPanel unit={view.unit} onChanged={() => void read()} />}
      {open?.what === 'end' && (
        <EndDutyDialog
          {...open}
          busy={busy}
          fault={fault}
          onGo={() =>
            void ask(
              { method: 'DELETE', path: `${PATH}/duties/${open.duty.appointment}` },
              peopleView,
            ).then(take)
          }
          onClose={() => show(undefined)}
        />
      )}
      {open?.what === 'link' && <LinkShown {...open} onClose={() => show(undefined)} />}
    </>
  );
}
