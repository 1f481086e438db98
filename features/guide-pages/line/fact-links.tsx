import type { CheckedGuide, CheckedLine } from '@fuchi/policy/checked-guide';
import { Link } from '@tanstack/react-router';
import { factAnchor } from './fact-anchor.ts';

interface Props {
  readonly guide: CheckedGuide;
  readonly line: CheckedLine | undefined;
  readonly ids: readonly string[];
}

/** Facts by their labels, each a way to where the page of the line explains it. */
export function FactLinks({ guide, line, ids }: Props) {
  return (
    <span className="guide-words">
      {ids.map((id) => {
        const label = guide.facts[id]?.label ?? id;
        return line?.facts.includes(id) ? (
          <Link key={id} to="/guide/lines/$line" params={{ line: line.id }} hash={factAnchor(id)}>
            {label}
          </Link>
        ) : (
          <span key={id}>{label}</span>
        );
      })}
    </span>
  );
}
