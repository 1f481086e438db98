import { deskFetch } from '@fuchi/platform-browser/desk-fetch';
import { lookReply } from '@fuchi/record-person/contract';
import { type DataColumn, DataTable } from '@fuchi/ui/data-table.tsx';
import { MaskedValue } from '@fuchi/ui/masked-value.tsx';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { DutyOf, PeopleView, PersonView } from '../contract-people.ts';

interface Props {
  readonly view: PeopleView;
  /** Where full values are asked for: `/api/people`; undefined for who may not. */
  readonly lookAt: string | undefined;
  readonly busy: boolean;
  readonly onEnd: (person: PersonView, duty: DutyOf) => void;
  readonly actions: (person: PersonView) => ReactNode;
}

/** Who works in a unit, as what, until when. */
export function PeopleTable({ view, lookAt, busy, onEnd, actions }: Props) {
  const lineTitles = new Map(view.lines.map(({ id, title }) => [id, title]));
  const dutyText = ({ roleName, lines, until, from }: DutyOf) => {
    const limited = lines.map((line) => lineTitles.get(line) ?? line).join('、');
    const days = from > view.today ? `${from}起` : '';
    const end = until === null ? '' : `至${until}${until < view.today ? '（已到期）' : ''}`;
    return [roleName, limited && `限${limited}`, [days, end].filter(Boolean).join('，')]
      .filter(Boolean)
      .join(' · ');
  };
  const masked = (person: PersonView, field: 'phone' | 'email', label: string) => {
    const value = person[field];
    if (value === null) return '';
    if (lookAt === undefined || person.self) return value;
    const path = `${lookAt}/${person.account}/look`;
    return (
      <MaskedValue
        label={`${person.name}的${label}`}
        masked={value}
        onLook={async (why) => {
          const body = { field, why };
          const answer = await deskFetch({ method: 'POST', path, body }, lookReply);
          return answer.ok
            ? { ok: true, value: answer.value.value }
            : { ok: false, message: answer.fault.message };
        }}
      />
    );
  };
  const columns: readonly DataColumn<PersonView>[] = [
    {
      key: 'name',
      title: '姓名',
      heads: true,
      text: ({ name }) => name,
      cell: ({ name, self, active }) => (
        <>
          {name}
          {self && <span className="quiet">（本人）</span>}
          {!active && <span className="tag tag-no accounts-state">已停用</span>}
        </>
      ),
    },
    { key: 'login', title: '账号', text: ({ login }) => login },
    {
      key: 'duties',
      title: '岗位',
      text: ({ duties }) => duties.map(dutyText).join('；'),
      cell: (person) =>
        person.duties.map((duty) => (
          <span key={duty.appointment} className="accounts-duty">
            {dutyText(duty)}
            {duty.mayEnd && (
              <Button
                type="link"
                size="small"
                disabled={busy}
                aria-label={`免去${person.name}的${duty.roleName}`}
                onClick={() => onEnd(person, duty)}
              >
                免去
              </Button>
            )}
          </span>
        )),
    },
    {
      key: 'phone',
      title: '手机号码',
      text: ({ phone }) => phone ?? '',
      cell: (person) => masked(person, 'phone', '手机号码'),
    },
    {
      key: 'email',
      title: '邮箱',
      text: ({ email }) => email ?? '',
      cell: (person) => masked(person, 'email', '邮箱'),
    },
  ];
  const shown = columns.filter(
    ({ key, text }) =>
      !['phone', 'email'].includes(key) || view.people.some((person) => text(person) !== ''),
  );
  return (
    <DataTable
      title="人员"
      columns={shown}
      rows={view.people}
      rowKey={({ account }) => account}
      empty="还没有人。邀请第一位，链接会发到他的邮箱，或者由您交给他。"
      actions={actions}
    />
  );
}
