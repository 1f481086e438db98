import { useDesk } from '@fuchi/platform-browser/use-desk';
import { momentText } from '@fuchi/ui/moment-text';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { type SessionRow, sessionList } from '../contract.ts';

const PATH = '/api/account/sessions';

/** Where one is signed in, and how to end it there. */
export function SessionsPanel() {
  const [rows, setRows] = useState<readonly SessionRow[]>([]);
  const { busy, fault, ask } = useDesk();
  useEffect(() => {
    void ask({ path: PATH }, sessionList).then((found) => setRows(found ?? []));
  }, [ask]);
  const end = async (path: string) => {
    const left = await ask({ method: 'DELETE', path }, sessionList);
    if (left) setRows(left);
  };
  return (
    <Panel
      title="登录的设备"
      aside={
        rows.length > 1 && (
          <Button disabled={busy} onClick={() => void end(PATH)}>
            其他设备都退出
          </Button>
        )
      }
    >
      <div role="alert">{fault && <Alert type="error" showIcon title={fault.message} />}</div>
      <ul className="sign-in-sessions">
        {rows.map((row) => (
          <li key={row.id}>
            <span>
              <strong>{row.device}</strong>
              {row.own && <span className="tag tag-none sign-in-now">本机</span>}
            </span>
            <span className="quiet small">
              {row.address} · {momentText(row.startedAt)} 登录 · {momentText(row.seenAt)} 最后使用
            </span>
            {!row.own && (
              <Button
                size="small"
                disabled={busy}
                aria-label={`让${row.device}（${momentText(row.startedAt)} 登录）退出`}
                onClick={() => void end(`${PATH}/${row.id}`)}
              >
                退出
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className="quiet small">有不认识的设备，请让它退出，并修改密码。</p>
    </Panel>
  );
}
