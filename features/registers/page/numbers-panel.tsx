import { useDesk } from '@fuchi/platform-browser/use-desk';
import { type DataColumn, DataTable } from '@fuchi/ui/data-table.tsx';
import { Choice } from '@fuchi/ui/entry/choice.tsx';
import { Field } from '@fuchi/ui/entry/field.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Alert, Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { NUMBER_KINDS, type NumbersView, numbersView } from '../contract.ts';
import { StateTag } from './state-tag.tsx';

type Kind = (typeof NUMBER_KINDS)[number];
type Found = NumbersView[number];
type Use = Found['uses'][number];

const WORDS: Readonly<Record<Kind, string>> = {
  invoice: '发票',
  contract: '合同',
  device: '设备',
  loan: '贷款',
  record: '备案',
};

const STATES: Readonly<Record<Found['state'], { word: string; tag: string }>> = {
  used: { word: '用过', tag: 'tag-no' },
  'not-used': { word: '没有用过', tag: 'tag-yes' },
  unchecked: { word: '未核', tag: 'tag-open' },
  unreadable: { word: '认不出', tag: 'tag-open' },
};

const COLUMNS: readonly DataColumn<Use>[] = [
  { key: 'name', title: '单位名称', heads: true, text: ({ name }) => name },
  { key: 'code', title: '信用代码', text: ({ creditCode }) => creditCode ?? '没有' },
  { key: 'project', title: '项目', text: ({ project }) => project },
  { key: 'source', title: '出处', text: ({ source }) => source },
];

/** Whether an invoice, contract, device, loan or record was used in an earlier project, by anybody. */
export function NumbersPanel() {
  const [kind, setKind] = useState<Kind>('invoice');
  const [code, setCode] = useState('');
  const [number, setNumber] = useState('');
  const [found, setFound] = useState<NumbersView>();
  const { busy, fault, ask } = useDesk();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFound(undefined);
    const body = { numbers: [{ kind, code: kind === 'invoice' ? code : '', number }] };
    const path = '/api/register-lookup/numbers';
    setFound(await ask({ method: 'POST', path, body }, numbersView));
  };
  return (
    <Panel title="查编号在历年项目里用过没有">
      <form className="register-search" onSubmit={(event) => void submit(event)}>
        <Choice
          label="种类"
          value={kind}
          onChange={(next) => setKind(NUMBER_KINDS.find((one) => one === next) ?? 'invoice')}
          choices={NUMBER_KINDS.map((value) => ({ value, text: WORDS[value] }))}
          path="numbers.0.kind"
          fault={fault}
        />
        {kind === 'invoice' && (
          <Field
            label="发票代码（数电票不填）"
            value={code}
            onChange={setCode}
            autoComplete="off"
            path="numbers.0.code"
            fault={fault}
          />
        )}
        <Field
          label="号码"
          value={number}
          onChange={setNumber}
          autoComplete="off"
          path="numbers.0.number"
          fault={fault}
        />
        <Button htmlType="submit" loading={busy}>
          查询
        </Button>
      </form>
      <div role="alert">
        {fault && fault.faults.length === 0 && (
          <Alert type="error" showIcon title={fault.message} />
        )}
      </div>
      <div role="status">
        {found?.map((one) => (
          <div key={one.written}>
            <p className="register-list-state">
              <StateTag state={STATES[one.state]} />
              <span>
                {one.kind} {one.written}：{one.says}
              </span>
            </p>
            {one.uses.length > 0 && (
              <DataTable
                title="用过的项目"
                columns={COLUMNS}
                rows={one.uses}
                rowKey={({ source }) => source}
                empty=""
              />
            )}
          </div>
        ))}
      </div>
    </Panel>
  );
}
