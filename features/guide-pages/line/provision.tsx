import { fullClause } from '@fuchi/guide/full-clause';
import type { CheckedGuide, CheckedLine } from '@fuchi/policy/checked-guide';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { CopyCitation } from '../citation/copy-citation.tsx';
import { AimedItem } from '../frame/aimed-item.tsx';

interface Props {
  readonly guide: CheckedGuide;
  readonly line: CheckedLine;
  readonly clause: string;
  readonly anchor: string;
  readonly says: string;
  /** What stands beside the clause: strength, a way to the calculator. */
  readonly marks?: ReactNode;
  readonly ways?: ReactNode;
  readonly children?: ReactNode;
}

/** One provision: its clause, which is its address, what it says, a citation to copy. */
export function Provision(props: Props) {
  const { guide, line, clause, anchor, says, marks, ways, children } = props;
  const whole = fullClause(line.section, clause);
  return (
    <AimedItem id={anchor}>
      <div className="provision-head">
        <Link
          to="/guide/lines/$line"
          params={{ line: line.id }}
          hash={anchor}
          className="guide-clause"
          aria-label={`条款${whole}的地址`}
        >
          {whole}
        </Link>
        {marks}
        <span className="provision-ways">
          {ways}
          <CopyCitation
            guide={guide.guide}
            clause={whole}
            says={says}
            page={`/guide/lines/${line.id}`}
            anchor={anchor}
          />
        </span>
      </div>
      {says !== '' && <p>{says}</p>}
      {children}
    </AimedItem>
  );
}
