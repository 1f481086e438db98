import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Choice } from '@fuchi/ui/entry/choice.tsx';
import { EntryForm } from '@fuchi/ui/entry/entry-form.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { done, type PersonView } from '../contract-people.ts';

interface Props {
  /** Colleagues who could take it. */
  readonly people: readonly PersonView[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** The administrator hands over to a colleague, and proves once more who he is. */
export function HandOverForm({ people, onDone, onClose }: Props) {
  const [to, setTo] = useState('');
  const [stay, setStay] = useState('filler');
  const [password, setPassword] = useState('');
  const { busy, fault, ask, tell } = useDesk();
  const send = async () => {
    if (to === '') {
      return tell({
        code: 'typed',
        message: '',
        faults: [{ path: 'to', message: '请选择接任的同事' }],
      });
    }
    const body = { to, stay: stay === '' ? null : stay, password };
    if (!(await ask({ method: 'POST', path: '/api/people/hand-over', body }, done))) return;
    onDone();
  };
  return (
    <div className="accounts-entry">
      <h3>交接管理员</h3>
      {people.length === 0 ? (
        <div className="entry-form">
          <Alert
            type="info"
            showIcon
            title="本单位还没有别的同事。请先邀请一位，等他接受邀请后再交接。"
          />
          <Button onClick={onClose}>知道了</Button>
        </div>
      ) : (
        <EntryForm
          send="交接"
          sending="正在交接"
          busy={busy}
          fault={fault}
          onSend={() => void send()}
          aside={<Button onClick={onClose}>不交接了</Button>}
        >
          <p>交接以后由同事管理本单位的人员，您马上失去管理员的岗位。</p>
          <Choice
            label="接任的同事"
            value={to}
            onChange={setTo}
            choices={[
              { value: '', text: '请选择' },
              ...people.map(({ account, name, login }) => ({
                value: account,
                text: `${name}（${login}）`,
              })),
            ]}
            path="to"
            fault={fault}
          />
          <Choice
            label="交接以后您"
            value={stay}
            onChange={setStay}
            choices={[
              { value: 'filler', text: '担任填报人' },
              { value: 'submitter', text: '担任提交人' },
              { value: '', text: '不再担任岗位' },
            ]}
            path="stay"
            fault={fault}
          />
          <Field
            label="您的密码"
            value={password}
            onChange={setPassword}
            autoComplete="current-password"
            secret
            path="password"
            fault={fault}
          />
        </EntryForm>
      )}
    </div>
  );
}
