import { type DataColumn, DataTable } from '@fuchi/ui/data-table.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Button } from 'antd';
import type { PeopleView } from '../contract-people.ts';

type Invitation = PeopleView['invitations'][number];

interface Props {
  readonly invitations: readonly Invitation[];
  readonly busy: boolean;
  readonly onWithdraw: (invitation: Invitation) => void;
}

const COLUMNS: readonly DataColumn<Invitation>[] = [
  { key: 'name', title: '姓名', heads: true, text: ({ name }) => name },
  { key: 'role', title: '岗位', text: ({ roleName }) => roleName },
  { key: 'email', title: '邮箱', text: ({ email }) => email ?? '链接已转交' },
  { key: 'left', title: '还能用', text: ({ hoursLeft }) => leftText(hoursLeft) },
];

/** Who was invited and hasn't taken it up yet. Nothing where nobody was. */
export function InvitationsPanel({ invitations, busy, onWithdraw }: Props) {
  if (invitations.length === 0) return null;
  return (
    <Panel title="还没有接受的邀请">
      <DataTable
        title="还没有接受的邀请"
        columns={COLUMNS}
        rows={invitations}
        rowKey={({ id }) => id}
        empty=""
        actions={(one) =>
          one.mayWithdraw && (
            <Button
              size="small"
              disabled={busy}
              aria-label={`撤回对${one.name}的邀请`}
              onClick={() => onWithdraw(one)}
            >
              撤回
            </Button>
          )
        }
      />
    </Panel>
  );
}

/** @example leftText(167) // '7天' */
function leftText(hours: number): string {
  return hours > 48 ? `${Math.ceil(hours / 24)}天` : `${hours}小时`;
}
