import { useDesk } from '@fuchi/platform-browser/use-desk';
import { EntryForm } from '@fuchi/ui/entry/entry-form.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { momentText } from '@fuchi/ui/moment-text';
import { PageState } from '@fuchi/ui/page-state.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type * as z from 'zod';
import { signOnRequestList } from '../contract.ts';
import './sign-in.css';

type Requests = z.infer<typeof signOnRequestList>;
const PATH = '/api/sign-on/requests';

/** `/accounts/sign-on`: who the single sign-on vouches for, and which account that is. For system administrators. */
export function SignOnRequestsPage() {
  usePageTitle('统一身份关联');
  const [requests, setRequests] = useState<Requests>();
  const { fault, ask } = useDesk();
  useEffect(() => {
    void ask({ path: PATH }, signOnRequestList).then(setRequests);
  }, [ask]);
  if (fault) return <PageState>{fault.message}</PageState>;
  if (!requests) return <PageState>正在读取……</PageState>;
  return (
    <>
      <div className="page-title">
        <h1>统一身份关联</h1>
        <p>
          这些人通过了统一身份认证，但还不知道是本系统的哪个账号。关联之前请与本人核实；关联不会给任何新的岗位。
        </p>
      </div>
      {requests.length === 0 && <PageState>没有等待关联的人。</PageState>}
      {requests.map((request) => (
        <RequestPanel key={request.id} request={request} onDecided={setRequests} />
      ))}
    </>
  );
}

interface RequestProps {
  readonly request: Requests[number];
  readonly onDecided: (left: Requests) => void;
}

function RequestPanel({ request, onDecided }: RequestProps) {
  const [login, setLogin] = useState('');
  const { busy, fault, ask } = useDesk();
  const decide = async (method: 'POST' | 'DELETE') => {
    const path = `${PATH}/${request.id}`;
    const body = method === 'POST' ? { body: { login } } : {};
    const left = await ask({ method, path, ...body }, signOnRequestList);
    if (left) onDecided(left);
  };
  return (
    <Panel
      title={request.name}
      aside={<span className="quiet small">{momentText(request.askedAt)}</span>}
    >
      <p className="quiet small">认证方 {request.issuer}</p>
      <EntryForm
        send="关联"
        sending="正在关联"
        busy={busy}
        fault={fault}
        onSend={() => void decide('POST')}
        aside={
          <Button disabled={busy} onClick={() => void decide('DELETE')}>
            不同意
          </Button>
        }
      >
        <Field
          label="本系统的账号"
          value={login}
          onChange={setLogin}
          autoComplete="off"
          path="login"
          fault={fault}
        />
      </EntryForm>
    </Panel>
  );
}
