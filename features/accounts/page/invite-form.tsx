import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Checks } from '@fuchi/ui/entry/checks.tsx';
import { Choice } from '@fuchi/ui/entry/choice.tsx';
import { EntryForm } from '@fuchi/ui/entry/entry-form.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import { type LinkReply, linkReply, type PeopleView } from '../contract-people.ts';

interface Props {
  readonly view: PeopleView;
  /** Where it is sent: `/api/people/invitations`. */
  readonly path: string;
  readonly onDone: (invited: { readonly name: string; readonly reply: LinkReply }) => void;
  readonly onClose: () => void;
}

/** Somebody without an account is asked to take a duty here. */
export function InviteForm({ view, path, onDone, onClose }: Props) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState('');
  const [lines, setLines] = useState<readonly string[]>([]);
  const [until, setUntil] = useState('');
  const { busy, fault, ask } = useDesk();
  const chosen = view.roles.find((each) => each.role === role);
  const send = async () => {
    const body = {
      name,
      email: email.trim() === '' ? null : email.trim(),
      role,
      lines: chosen?.hasLines ? lines : [],
      until: until === '' ? null : until,
    };
    const reply = await ask({ method: 'POST', path, body }, linkReply);
    if (reply) onDone({ name: name.trim(), reply });
  };
  return (
    <div className="accounts-entry">
      <h3>邀请一人</h3>
      <EntryForm
        send="邀请"
        sending="正在邀请"
        busy={busy}
        fault={fault}
        onSend={() => void send()}
        aside={<Button onClick={onClose}>不邀请了</Button>}
      >
        <Field
          label="姓名"
          value={name}
          onChange={setName}
          autoComplete="off"
          path="name"
          fault={fault}
        />
        <Field
          label={view.letters === 'none' ? '邮箱（可以不填）' : '邮箱（不填则由您转交链接）'}
          value={email}
          onChange={setEmail}
          autoComplete="off"
          hint={
            view.letters === 'none'
              ? '本站没有邮件服务，链接显示给您，由您交给本人；邮箱记在他的账号上。'
              : '接受邀请的链接发到这个邮箱，7天内有效，只能用一次。'
          }
          path="email"
          fault={fault}
        />
        <Choice
          label="岗位"
          value={role}
          onChange={setRole}
          choices={[
            { value: '', text: '请选择' },
            ...view.roles.map((each) => ({ value: each.role, text: each.name })),
          ]}
          path="role"
          fault={fault}
        />
        {chosen?.hasLines && (
          <Checks
            label="负责的项目类别"
            hint="一个都不选，就是本单位负责的全部类别。"
            chosen={lines}
            onChange={setLines}
            choices={view.lines.map(({ id, title }) => ({ value: id, text: title }))}
            path="lines"
            fault={fault}
          />
        )}
        <Field
          label="任职到（可以不填）"
          value={until}
          onChange={setUntil}
          autoComplete="off"
          date
          path="until"
          fault={fault}
        />
      </EntryForm>
    </div>
  );
}
