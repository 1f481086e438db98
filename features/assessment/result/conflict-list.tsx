import type { Conflict } from '@fuchi/policy/assess/assessment';
import type { Program } from '@fuchi/policy/assess/program';
import { Panel } from '@fuchi/ui/panel.tsx';

interface Props {
  readonly conflicts: readonly Conflict[];
  readonly program: Program;
}

/** Figures that don't agree, and whose counts. */
export function ConflictList({ conflicts, program }: Props) {
  return (
    <Panel title="数据矛盾">
      <ul className="plain-list">
        {conflicts.map(({ fact, label, row, values, decidedBy }) => (
          <li key={`${fact} ${row ?? ''}`}>
            <strong>{row === undefined ? label : `第${row}行 ${label}`}</strong>
            <ul className="quiet">
              {values.map(({ source, value }) => (
                <li key={`${source} ${value}`}>
                  {value}（{sourceText(source, fact, program)}）
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

/** Who said it, or what it follows from. */
function sourceText(source: string, fact: string, program: Program): string {
  if (source === '') return '填报';
  const [table = '', ...columns] = fact.split('.');
  let spec = program.specs.get(table);
  for (const column of columns) spec = spec?.columns.find((c) => c.id === column);
  return spec?.derivations.some((d) => d.written === source) ? `按${source}推算` : source;
}
