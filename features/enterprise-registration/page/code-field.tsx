import { type DeskFault, deskFetch } from '@fuchi/platform-browser/desk-fetch';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { type CodeView, codeView, type Draft } from '../contract.ts';

interface Props {
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
  readonly fault: DeskFault | undefined;
}

const LENGTH = 18;

/** The credit code, looked up as soon as it is whole: whether it is right, and whether somebody has it. */
export function CodeField({ draft, onChange, fault }: Props) {
  const { creditCode, codeOverride, purpose } = draft;
  const [view, setView] = useState<CodeView>();
  const typed = creditCode.trim();
  useEffect(() => {
    setView(undefined);
    if (typed.length !== LENGTH) return;
    const stop = new AbortController();
    const ask = {
      method: 'POST',
      path: '/api/registration/code',
      body: { creditCode: typed },
      signal: stop.signal,
    } as const;
    void deskFetch(ask, codeView)
      .then((answer) => setView(answer.ok ? answer.value : undefined))
      .catch(() => undefined);
    return () => stop.abort();
  }, [typed]);
  const asksWhy = view?.check === 'check' || codeOverride !== '';
  return (
    <>
      <Field
        label="统一社会信用代码"
        autoComplete="off"
        hint="营业执照上的18位代码。"
        value={creditCode}
        onChange={(next) => onChange({ creditCode: next })}
        path="creditCode"
        fault={fault}
      />
      <div className="registration-code-note" role="status">
        {view && (
          <CodeNote
            view={view}
            purpose={purpose}
            onTakeOver={() => onChange({ purpose: 'take-over' })}
          />
        )}
      </div>
      {asksWhy && (
        <Field
          label="代码校验不过的情况"
          autoComplete="off"
          hint="执照上确实是这个代码的，写明情况，由审核的人核对。"
          value={codeOverride}
          onChange={(next) => onChange({ codeOverride: next })}
          path="codeOverride"
          fault={fault}
        />
      )}
    </>
  );
}

interface NoteProps {
  readonly view: CodeView;
  readonly purpose: Draft['purpose'];
  readonly onTakeOver: () => void;
}

function CodeNote({
  view: { check, message, claimed, waitingAt },
  purpose,
  onTakeOver,
}: NoteProps) {
  if (claimed && purpose === 'new') {
    return (
      <Alert
        type="warning"
        showIcon
        title={message}
        description={
          <Button size="small" onClick={onTakeOver}>
            改为接管
          </Button>
        }
      />
    );
  }
  if (claimed) {
    return <Alert type="info" showIcon title={`将接管“${claimed.name}”`} />;
  }
  if (waitingAt !== null) {
    return (
      <Alert
        type="warning"
        showIcon
        title={`已有人用这个代码申请注册，正在${waitingAt}审核。请先向本单位的同事核实。`}
      />
    );
  }
  if (message !== '') return <Alert type="warning" showIcon title={message} />;
  return check === 'ok' ? (
    <p className="small registration-fine">
      <span aria-hidden="true">✓ </span>代码校验通过，还没有单位注册
    </p>
  ) : null;
}
