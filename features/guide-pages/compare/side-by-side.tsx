import { fullClause } from '@fuchi/guide/full-clause';
import type { CheckedCondition, CheckedGuide, CheckedLine } from '@fuchi/policy/checked-guide';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { compareLines } from './compare-lines.ts';
import { CompareRow } from './compare-row.tsx';
import { lineTerms } from './line-terms.ts';
import './compare.css';

interface Props {
  readonly guide: CheckedGuide;
  readonly first: CheckedLine;
  readonly second: CheckedLine;
}

/** Two lines, part by part; on a phone one below the other, each under its name. */
export function SideBySide({ guide, first, second }: Props) {
  const compared = useMemo(() => compareLines(guide, first, second), [guide, first, second]);
  const terms = useMemo(() => {
    const others = lineTerms(guide, second);
    return lineTerms(guide, first).map(([name, said], n) => ({
      name,
      said,
      other: others[n]?.[1] ?? '',
    }));
  }, [guide, first, second]);
  const text = (line: CheckedLine) => (c: CheckedCondition) => (
    <ConditionWords key={c.clause} line={line} condition={c} />
  );
  const titles = [first.title, second.title] as const;
  return (
    <>
      <div className="compare-row compare-heads" aria-hidden="true">
        <span />
        <strong>甲：{first.title}</strong>
        <strong>乙：{second.title}</strong>
      </div>
      <Panel title="补助、拨付和数量">
        {terms.map(({ name, said, other }) => (
          <CompareRow
            key={name}
            name={name}
            titles={titles}
            first={said}
            second={other}
            same={said === other}
          />
        ))}
      </Panel>
      {compared.both.length > 0 && (
        <Panel title="两类都问的条件">
          {compared.both.map((pair) => (
            <CompareRow
              key={pair.first.clause}
              name={pair.facts.map((id) => guide.facts[id]?.label ?? id).join('、')}
              titles={titles}
              first={text(first)(pair.first)}
              second={text(second)(pair.second)}
              same={pair.first.says === pair.second.says}
            />
          ))}
        </Panel>
      )}
      {compared.onlyFirst.length + compared.onlySecond.length > 0 && (
        <Panel title="只有一类有的条件">
          <CompareRow
            name="其余条件"
            titles={titles}
            first={compared.onlyFirst.map(text(first))}
            second={compared.onlySecond.map(text(second))}
            same={false}
          />
        </Panel>
      )}
    </>
  );
}

interface ConditionWordsProps {
  readonly line: CheckedLine;
  readonly condition: CheckedCondition;
}

function ConditionWords({ line, condition }: ConditionWordsProps) {
  return (
    <p className="compare-condition">
      <Link
        to="/guide/lines/$line"
        params={{ line: line.id }}
        hash={condition.clause}
        className="guide-clause"
      >
        {fullClause(line.section, condition.clause)}
      </Link>{' '}
      {condition.says}
    </p>
  );
}
