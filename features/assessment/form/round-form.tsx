import { clauseWords } from '@fuchi/ui/clause-words';
import { DatePicker } from '@fuchi/ui/date-picker.tsx';
import { FactField } from '@fuchi/ui/facts/fact-field.tsx';
import { useFieldWorld } from '@fuchi/ui/facts/field-context';
import { Panel } from '@fuchi/ui/panel.tsx';
import { parseDate } from '@fuchi/values/date';
import { Checkbox, Input } from 'antd';
import type { RoundEntry } from '../round-entry.ts';

interface Props {
  readonly line: string;
  readonly round: RoundEntry;
  readonly onChange: (round: RoundEntry) => void;
}

/** What the year's call sets, and the day of the application. None of it is taken from a clock. */
export function RoundForm({ line, round, onChange }: Props) {
  const { guide } = useFieldWorld();
  const clocks = Object.values(guide.facts).filter((f) => f.supplied === '批次');
  const call = guide.call.filter((c) => !guide.callExcept[c.clause]?.includes(line));
  const badDate = round.asOf.trim() !== '' && !parseDate(round.asOf).ok;
  const toggle = (clause: string, on: boolean) =>
    onChange({
      ...round,
      call: on ? [...round.call, clause] : round.call.filter((c) => c !== clause),
    });
  return (
    <Panel title="申报批次和日期">
      <div className="fields">
        <div className="field">
          <div id="label-as-of" className="field-label">
            申报日期
          </div>
          <div className="field-control">
            <Input
              value={round.asOf}
              placeholder="未知，如2022-04-30"
              autoComplete="off"
              maxLength={40}
              status={badDate ? 'error' : ''}
              suffix={
                <DatePicker
                  value={round.asOf.trim()}
                  label="从日历选申报日期"
                  onPick={(asOf) => onChange({ ...round, asOf })}
                />
              }
              aria-labelledby="label-as-of"
              aria-invalid={badDate}
              aria-describedby="fault-as-of"
              onChange={(event) => onChange({ ...round, asOf: event.target.value })}
            />
          </div>
          <div id="fault-as-of" className="field-faults" role="status">
            {badDate && <p>没有“{round.asOf.trim()}”这个日期，请写成2022-04-30的样子。</p>}
          </div>
        </div>
        {clocks.map((spec) => (
          <FactField
            key={spec.id}
            spec={spec}
            field={round.clocks[spec.id]}
            clauses={[]}
            onChange={(field) =>
              onChange({ ...round, clocks: { ...round.clocks, [spec.id]: field } })
            }
          />
        ))}
      </div>
      {call.length > 0 && (
        <details className="call-form" open={round.call.length > 0}>
          <summary>当年申报通知另加的条件（已启用{round.call.length}条）</summary>
          <p className="quiet small">指南正文没有这些条件，只在当年申报通知写明时启用。</p>
          {call.map((c) => (
            <Checkbox
              key={c.clause}
              checked={round.call.includes(c.clause)}
              onChange={({ target }) => toggle(c.clause, target.checked)}
            >
              <span className="clause">{clauseWords(c.clause)}</span> {c.says}
            </Checkbox>
          ))}
        </details>
      )}
    </Panel>
  );
}
