import type { Conflict } from '@fuchi/policy/assess/assessment';
import { Panel } from '@fuchi/ui/panel.tsx';

/** Figures that don't agree, and whose counts. */
export function ConflictList({ conflicts }: { readonly conflicts: readonly Conflict[] }) {
  return (
    <Panel title="数据矛盾">
      <ul className="plain-list">
        {conflicts.map(({ fact, label, row, values, decidedBy }) => (
          <li key={`${fact} ${row ?? ''}`}>
            <strong>{row === undefined ? label : `第${row}行 ${label}`}</strong>
            <ul className="quiet">
              {values.map(({ source, value }) => (
                <li key={`${source} ${value}`}>
                  {value}（{source === '' ? '填报' : source}）
                </li>
              ))}
            </ul>
            {decidedBy === null
              ? '指南没有写以谁为准：各数都算过，结论不一致的列为待定。'
              : `按指南以${decidedBy}为准。`}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
