import { useDesk } from '@fuchi/platform-browser/use-desk';
import { EntryForm } from '@fuchi/ui/entry/entry-form.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { useState } from 'react';
import { type CheckView, type RegisterView, type VersionView, versionView } from '../contract.ts';

interface Props {
  readonly register: RegisterView;
  readonly check: CheckView;
  readonly asked: {
    readonly upload: string;
    readonly year: string;
    readonly places: Readonly<Record<string, number>> | null;
  };
  readonly onDone: (version: VersionView) => void;
}

/** By which document, as of when, and what becomes of rows that are wrong or doubtful. */
export function ConfirmForm({ register, check, asked, onDone }: Props) {
  const [source, setSource] = useState('');
  const [asOf, setAsOf] = useState('');
  const [leaveOut, setLeaveOut] = useState(false);
  const [vouched, setVouched] = useState(false);
  const { busy, fault, ask } = useDesk();
  const doubtful = check.checkDigit.count;
  const out = check.faultyRows + (vouched ? 0 : doubtful);
  const send = async () => {
    const base = check.base?.id ?? null;
    const body = { ...asked, source, asOf, leaveOut, vouched, base };
    const path = `/api/registers/${register.id}/versions`;
    const version = await ask({ method: 'POST', path, body }, versionView);
    if (version) onDone(version);
  };
  const wrong = (fault?.faults ?? []).filter(({ path }) => path === 'leaveOut');
  const rows = check.good - (vouched ? 0 : doubtful);
  return (
    <EntryForm
      send={`导入${rows}行`}
      sending="正在导入"
      busy={busy}
      fault={fault}
      onSend={() => void send()}
    >
      <Field
        label="依据的文件"
        value={source}
        onChange={setSource}
        autoComplete="off"
        hint="公布名单的文件名称和文号。查到的每个结果都注明它。"
        path="source"
        fault={fault}
      />
      <Field
        label="截至日期"
        value={asOf}
        onChange={setAsOf}
        autoComplete="off"
        date
        hint="名单说的是哪一天的情况。"
        path="asOf"
        fault={fault}
      />
      {(doubtful > 0 || check.faultyRows > 0) && (
        <div className="register-checks">
          {doubtful > 0 && (
            <label>
              <input
                type="checkbox"
                checked={vouched}
                onChange={(event) => setVouched(event.target.checked)}
              />
              <span>已与名单原件核对，校验位不符的{doubtful}行代码无误，照样导入</span>
            </label>
          )}
          {out > 0 && (
            <label>
              <input
                type="checkbox"
                checked={leaveOut}
                aria-invalid={wrong.length > 0}
                onChange={(event) => setLeaveOut(event.target.checked)}
              />
              <span>不导入有错误的{out}行，其余照样导入</span>
            </label>
          )}
          {wrong.map(({ message }) => (
            <p key={message} className="entry-wrong small">
              {message}
            </p>
          ))}
        </div>
      )}
    </EntryForm>
  );
}
