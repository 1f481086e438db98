import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Sign } from '@fuchi/ui/sign.tsx';
import { Alert, Button } from 'antd';
import { useId, useState } from 'react';
import { type VerifyReply, verifyReply } from '../contract.ts';

/** A digest file of many years is shorter. */
const LONGEST = 600_000;

/** Recomputes the whole trail, by itself or against what was exported. */
export function VerifyPanel() {
  const [against, setAgainst] = useState('');
  const [found, setFound] = useState<VerifyReply>();
  const { ask, busy, fault, tell } = useDesk();
  const id = useId();
  const verify = async () => {
    setFound(undefined);
    const reply = await ask(
      { method: 'POST', path: '/api/trail/verify', body: { against } },
      verifyReply,
    );
    if (reply) setFound(reply);
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > LONGEST)
      return tell({ code: '', message: '文件过大，不是导出的摘要', faults: [] });
    setAgainst(await file.text());
  };
  return (
    <Panel title="核对">
      <form
        className="trail-verify"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void verify();
        }}
      >
        <p className="quiet">
          重新计算全部记录。要查出连封存一起重算的改动，或者末尾被删的记录，请用以前导出的摘要比对。
        </p>
        <div className="entry-field">
          <label htmlFor={id}>以前导出的摘要文件（可不选）</label>
          <input
            id={id}
            type="file"
            accept=".txt"
            onChange={(event) => void take(event.target.files?.[0])}
          />
        </div>
        <Field
          label="或者粘贴摘要"
          value={against}
          onChange={setAgainst}
          autoComplete="off"
          lines={2}
          path="against"
          fault={fault}
        />
        <div role="alert">{fault && <Alert type="error" showIcon title={fault.message} />}</div>
        <div>
          <Button type="primary" htmlType="submit" loading={busy}>
            {busy ? '正在核对' : '核对'}
          </Button>
        </div>
      </form>
      <div role="status">{found && <Found found={found} />}</div>
    </Panel>
  );
}

function Found({ found }: { readonly found: VerifyReply }) {
  const { events, chains, seals, against, faults, moreFaults } = found;
  const sound = faults.length === 0;
  return (
    <div className="trail-found">
      <p>
        <span className={`tag tag-${sound ? 'yes' : 'no'}`}>
          <Sign name={sound ? 'yes' : 'no'} />
          {sound ? '没有发现改动' : `发现${faults.length + moreFaults}处问题`}
        </span>{' '}
        核对了{events}条记录、{chains}个对象、{seals}天的封存
        {against === null ? '，没有与导出的摘要比对。' : `，并与${against}比对。`}
      </p>
      {faults.length > 0 && (
        <ul>
          {faults.map(({ says }) => (
            <li key={says}>{says}</li>
          ))}
        </ul>
      )}
      {moreFaults > 0 && <p className="quiet">另有{moreFaults}处没有列出。</p>}
    </div>
  );
}
