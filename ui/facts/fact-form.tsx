import type { FactUses } from '@fuchi/policy/assess/fact-uses';
import type { Program } from '@fuchi/policy/assess/program';
import type { Entry, FieldEntry } from '@fuchi/policy/facts/entry';
import { Button } from 'antd';
import { useState } from 'react';
import { Panel } from '../panel.tsx';
import { FactField } from './fact-field.tsx';
import { useFieldWorld } from './field-context.ts';
import { RowNumbersContext, useNumbersOf } from './row-numbers.ts';
import './facts.css';

interface Props {
  readonly program: Program;
  readonly uses: FactUses;
  readonly entry: Entry;
  readonly onChange: (entry: Entry) => void;
  /** Whether all answers can be taken away at once; not where others answer too. */
  readonly clearable?: boolean;
  /** Where what is filled in is kept. */
  readonly kept: string;
}

/** Everything a line asks. What stays empty is unknown: neither no nor zero. */
export function FactForm({ program, uses, entry, onChange, kept, clearable = true }: Props) {
  const { asked } = useFieldWorld();
  const numbers = useNumbersOf(entry);
  const [cleared, setCleared] = useState<Entry | null>(null);
  const change = (id: string, field: FieldEntry) => {
    setCleared(null);
    onChange({ ...entry, [id]: field });
  };
  // What other lines ask stays: facts are answered once for all of them.
  const own = new Set([...uses.conditions, ...uses.amount, ...uses.rest]);
  const clear = () => {
    setCleared(entry);
    onChange(Object.fromEntries(Object.entries(entry).filter(([id]) => !own.has(id))));
  };
  const undo = () => {
    onChange(cleared ?? entry);
    setCleared(null);
  };
  const told = Object.keys(entry).some((id) => own.has(id));
  const fields = (ids: readonly string[]) => (
    <div className="fields">
      {ids.flatMap((id) => {
        const spec = program.specs.get(id);
        return spec ? (
          <FactField
            key={id}
            spec={spec}
            field={entry[id]}
            clauses={uses.clauses.get(id) ?? []}
            onChange={(field) => change(id, field)}
          />
        ) : (
          []
        );
      })}
    </div>
  );
  const undoable = cleared !== null && !told;
  const aside = undoable ? (
    <span role="status">
      已清空。
      <Button size="small" onClick={undo}>
        撤销
      </Button>
    </span>
  ) : (
    <Button size="small" disabled={!told} onClick={clear}>
      清空
    </Button>
  );
  return (
    <RowNumbersContext value={numbers}>
      <Panel title="申报事实：支持条件" aside={clearable && aside}>
        <p className="quiet small panel-lead">不填即为未知，未知不等于“否”，也不等于0。{kept}</p>
        {fields(uses.conditions)}
      </Panel>
      {uses.amount.length > 0 && (
        <Panel title="申报事实：补助计算和拨付">{fields(uses.amount)}</Panel>
      )}
      {uses.rest.length > 0 && (
        <Panel title="其他事实">
          <details open={uses.rest.some((id) => id in entry || asked?.path === id)}>
            <summary>只用于核对数据、或只在另一种条文理解下才用到的{uses.rest.length}项</summary>
            <div className="fields-inside">{fields(uses.rest)}</div>
          </details>
        </Panel>
      )}
    </RowNumbersContext>
  );
}
