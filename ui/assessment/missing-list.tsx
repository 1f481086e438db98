import type { MissingFact } from '@fuchi/policy/assess/assessment';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { pathOfMissing } from '../facts/field-path.ts';
import { rowName } from '../facts/row-word.ts';
import { Panel } from '../panel.tsx';
import { ClauseList } from './clause-list.tsx';

interface Props {
  readonly missing: readonly MissingFact[];
  readonly guide: CheckedGuide;
  readonly onAsk: (path: string) => void;
}

const SHOWN = 6;

/** What to find out next: in the order in which it settles the answer soonest. */
export function MissingList({ missing, guide, onAsk }: Props) {
  const line = ({ fact, label, row, clauses }: MissingFact) => (
    <li key={`${fact} ${row ?? ''}`}>
      <button type="button" className="link" onClick={() => onAsk(pathOfMissing(fact, row))}>
        {row === undefined ? label : `${rowName(guide, fact, row)} ${label}`}
      </button>
      <ClauseList clauses={clauses} />
    </li>
  );
  const rest = missing.slice(SHOWN);
  return (
    <Panel title={`还缺${missing.length}项事实`}>
      <p className="quiet small panel-lead">先填前面的，最快得出结论。点名称跳到填写处。</p>
      <ol className="numbered">{missing.slice(0, SHOWN).map(line)}</ol>
      {rest.length > 0 && (
        <details>
          <summary>其余{rest.length}项</summary>
          <ol className="numbered" start={SHOWN + 1}>
            {rest.map(line)}
          </ol>
        </details>
      )}
    </Panel>
  );
}
