import type { Conflict } from '@fuchi/policy/assess/assessment';
import type { Program } from '@fuchi/policy/assess/program';
import { rowName } from '../facts/row-word.ts';
import { Panel } from '../panel.tsx';
import { isDerivation } from './derivation.ts';

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
            <strong>
              {row === undefined ? label : `${rowName(program.guide, fact, row)} ${label}`}
            </strong>
            <ul className="quiet">
              {values.map(({ source, value }) => (
                <li key={`${source} ${value}`}>
                  {value}（{sourceText(source, isDerivation(program.guide, fact, source))}）
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
function sourceText(source: string, derived: boolean): string {
  if (source === '') return '填报';
  return derived ? `按${source}推算` : source;
}
