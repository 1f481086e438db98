import { saveFile } from '@fuchi/platform-browser/save-file';
import { type DataColumn, DataTable } from '@fuchi/ui/data-table.tsx';
import { Deadline } from '@fuchi/ui/deadline.tsx';
import { Moment } from '@fuchi/ui/moment.tsx';
import { deadlineText, momentText } from '@fuchi/ui/moment-text';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Link } from '@tanstack/react-router';
import type { TaskView } from '../contract.ts';

interface Props {
  readonly tasks: readonly TaskView[];
  readonly more: boolean;
  /** Stands where nothing waits. */
  readonly nothing: string;
  /** With room around each, for who does this once a year; in lines otherwise, for who does it all day. */
  readonly wide: boolean;
}

const COLUMNS: readonly DataColumn<TaskView>[] = [
  {
    key: 'title',
    title: '事项',
    heads: true,
    text: ({ title }) => title,
    cell: ({ title, to }) => <Link to={to}>{title}</Link>,
  },
  {
    key: 'due',
    title: '办理时限',
    text: ({ due }) => (due === null ? '不限' : deadlineText(due)),
    cell: ({ due }) =>
      due === null ? <span className="quiet">不限</span> : <Deadline at={due} past="overdue" />,
  },
  {
    key: 'since',
    title: '送来时间',
    text: ({ since }) => momentText(since),
    cell: ({ since }) => <Moment at={since} />,
  },
];

/** 待办: the most urgent first. */
export function TasksPanel({ tasks, more, nothing, wide }: Props) {
  return (
    <Panel title={tasks.length === 0 ? '待办' : `待办 ${tasks.length}${more ? '+' : ''}`}>
      {wide && tasks.length > 0 ? (
        <ul className="desk-tasks">
          {tasks.map(({ id, title, to, due, since }) => (
            <li key={id}>
              <Link to={to}>{title}</Link>
              {due === null ? (
                <span className="quiet small">
                  <Moment at={since} /> 起
                </span>
              ) : (
                <Deadline at={due} past="overdue" />
              )}
            </li>
          ))}
        </ul>
      ) : (
        <DataTable
          title="待办"
          columns={COLUMNS}
          rows={tasks}
          rowKey={({ id }) => id}
          empty={nothing}
          onExport={saveFile}
        />
      )}
      {more && (
        <p className="quiet small">只列出最急的{tasks.length}件，办好以后接着列出其余的。</p>
      )}
    </Panel>
  );
}
