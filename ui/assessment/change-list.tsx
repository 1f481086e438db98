import type { Change, Verdict } from '@fuchi/policy/assess/assessment';
import { VERDICT_WORDS } from '@fuchi/policy/sentence/words';
import { pathOfMissing } from '../facts/field-path.ts';
import { Panel } from '../panel.tsx';
import { CHANGE_TITLES, moveWords } from './change-words.ts';
import { ClauseList } from './clause-list.tsx';
import { valueText } from './value-text.ts';

interface Props {
  readonly verdict: Verdict;
  readonly changes: readonly Change[];
  readonly onAsk: (path: string) => void;
}

/** Which facts, had they been otherwise, would have turned the verdict. */
export function ChangeList({ verdict, changes, onAsk }: Props) {
  return (
    <Panel title={CHANGE_TITLES[verdict]}>
      <ul className="plain-list">
        {changes.map((change) => (
          <li key={JSON.stringify(change)}>
            {change.changes.map((move, i) => (
              <span key={`${move.fact} ${move.row ?? ''}`}>
                {i > 0 && '，并且'}
                <button
                  type="button"
                  className="link"
                  onClick={() => onAsk(pathOfMissing(move.fact, move.row))}
                >
                  {move.label}
                </button>
                {moveWords(move, change.beyond)}
                <span className="quiet">（现为{valueText(move.from, move.unit)}）</span>
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
