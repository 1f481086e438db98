import { type DataColumn, DataTable } from '@fuchi/ui/data-table.tsx';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { EventView } from '../contract.ts';
import { ChangeList } from './change-list.tsx';
import { secondText } from './second-text.ts';

interface Props {
  readonly title: string;
  readonly events: readonly EventView[];
  readonly empty: ReactNode;
  /** What they belong to is told of each; not where all belong to one. */
  readonly bySubject: boolean;
  /** Where the server makes the file of all that was found. */
  readonly file?: string;
  readonly aside?: ReactNode;
}

/** Events, the last first: when, what, to what, by whom, what changed, and whether the day is sealed. */
export function EventTable({ title, events, empty, bySubject, file, aside }: Props) {
  return (
    <DataTable
      title={title}
      columns={bySubject ? ALL : ALL.filter(({ key }) => key !== 'subject')}
      rows={events}
      rowKey={({ id }) => id}
      empty={empty}
      {...(file !== undefined && { onExport: file })}
      {...(aside !== undefined && { aside })}
    />
  );
}

const ALL: readonly DataColumn<EventView>[] = [
  {
    key: 'at',
    title: '时间',
    text: ({ at }) => secondText(at),
    cell: ({ at }) => (
      <time className="amount" dateTime={at}>
        {secondText(at)}
      </time>
    ),
  },
  { key: 'says', title: '事项', heads: true, text: ({ says }) => says },
  {
    key: 'subject',
    title: '对象',
    text: ({ subject }) => [subject.name, subject.says].filter(Boolean).join(' '),
    cell: ({ subject }) => (
      <>
        {subject.name !== null && <div>{subject.name}</div>}
        <Link to="/trail/$kind/$subject" params={{ kind: subject.kind, subject: subject.id }}>
          {subject.says}
        </Link>
      </>
    ),
  },
  {
    key: 'by',
    title: '由谁',
    text: (event) => byText(event).join(' '),
    cell: (event) => {
      const [who, ...more] = byText(event);
      return (
        <>
          <div>{who}</div>
          {more.map((text) => (
            <div key={text} className="quiet small">
              {text}
            </div>
          ))}
        </>
      );
    },
  },
  {
    key: 'changes',
    title: '变化',
    text: ({ changes }) =>
      (changes ?? []).map(({ field, after }) => `${field}：${after ?? ''}`).join('；'),
    cell: ({ changes }) => <ChangeList changes={changes} />,
  },
  {
    key: 'sealed',
    title: '封存',
    text: ({ sealed }) => sealed ?? '未封存',
    cell: ({ sealed }) =>
      sealed === null ? (
        <span className="quiet">未封存</span>
      ) : (
        <span className="amount">{sealed}</span>
      ),
  },
];

/** Who, as what, from where; the program where it acted by itself. */
function byText({ by }: EventView): readonly string[] {
  const { name, role, organisation, standsInFor, address } = by;
  const office = [organisation, role].filter((part) => part !== null).join(' · ');
  const who = name ?? (office === '' ? (address === null ? '系统' : '未登录的人') : office);
  return [
    who,
    ...(name !== null && office !== '' ? [office] : []),
    ...(standsInFor !== null ? [`代${standsInFor}`] : []),
    ...(address !== null ? [address] : []),
  ];
}
