import { useDesk } from '@fuchi/platform-browser/use-desk';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { usePageTitle } from '@fuchi/ui/use-page-title';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { type UnitView, unitView } from '../contract.ts';
import { NumbersPanel } from './numbers-panel.tsx';
import { UnitLists } from './unit-lists.tsx';
import './registers.css';

interface Props {
  /** The code the address asks about; '' for none yet. */
  readonly code: string;
  readonly auditor: string;
  /** Puts what is asked into the address, so that it can be passed on. */
  readonly onAsk: (code: string, auditor: string) => void;
}

/** `/registers/check`: what all lists know of a unit, and whether a number was used before. */
export function CheckPage({ code, auditor, onAsk }: Props) {
  usePageTitle('查单位、查编号');
  const [unit, setUnit] = useState<UnitView>();
  const [asked, setAsked] = useState({ code, auditor });
  const { busy, fault, ask } = useDesk();
  const look = useCallback(async () => {
    setUnit(undefined);
    if (code === '') return;
    const query = new URLSearchParams({ code, ...(auditor && { auditor }) });
    setUnit(await ask({ path: `/api/register-lookup/unit?${query}` }, unitView));
  }, [ask, code, auditor]);
  useEffect(() => void look(), [look]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (asked.code === code && asked.auditor === auditor) void look();
    else onAsk(asked.code.trim(), asked.auditor.trim());
  };
  return (
    <>
      <div className="page-title">
        <p className="small">
          <Link to="/registers">名单</Link>
        </p>
        <h1>查单位、查编号</h1>
      </div>
      <Panel title="查单位">
        <form className="register-search" onSubmit={submit}>
          <Field
            label="统一社会信用代码"
            value={asked.code}
            onChange={(next) => setAsked({ ...asked, code: next })}
            autoComplete="off"
            path="code"
            fault={fault}
          />
          <Field
            label="审计它的会计师事务所代码（可不填）"
            value={asked.auditor}
            onChange={(next) => setAsked({ ...asked, auditor: next })}
            autoComplete="off"
            path="auditor"
            fault={fault}
          />
          <Button type="primary" htmlType="submit" loading={busy}>
            查询
          </Button>
        </form>
        <div role="alert">
          {fault && fault.faults.length === 0 && (
            <Alert type="error" showIcon title={fault.message} />
          )}
        </div>
        {unit && (
          <p role="status">
            {unit.creditCode}　{unit.name || '各名单上都没有这个代码'}
          </p>
        )}
      </Panel>
      {unit && <UnitLists unit={unit} own={false} />}
      <NumbersPanel />
    </>
  );
}
