import type { Change } from '@fuchi/policy/assess/assessment';
import { VERDICT_WORDS } from '@fuchi/policy/sentence/words';
import { Panel } from '@fuchi/ui/panel.tsx';
import { pathOfMissing } from '../field-path.ts';
import { beyondWord } from './beyond-word.ts';
import { ClauseList } from './clause-list.tsx';
import { valueText } from './value-text.ts';

interface Props {
  readonly changes: readonly Change[];
  readonly onAsk: (path: string) => void;
}

/** Which facts, had they been otherwise, would have turned the verdict. */
export function ChangeList({ changes, onAsk }: Props) {
  return (
    <Panel title="什么会改变结论">
      <ul className="plain-list">
        {changes.map((change) => (
          <li key={JSON.stringify(change)}>
            {change.changes.map(({ fact, label, row, from, to, unit }, i) => (
              <span key={`${fact} ${row ?? ''}`}>
                {i > 0 && '，并且'}
                <button
                  type="button"
                  className="link"
                  onClick={() => onAsk(pathOfMissing(fact, row))}
                >
                  {label}
                </button>
                {change.beyond ? beyondWord(from, to) : '改为'}
                {valueText(to, unit)}
                <span className="quiet">（现为{valueText(from, unit)}）</span>
              </span>
            ))}
            {change.beyond && '时'}，结论变为“{VERDICT_WORDS[change.verdict]}”{' '}
            <ClauseList clauses={change.clauses} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
