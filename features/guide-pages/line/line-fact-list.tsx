import { compile, NO_OPTIONS } from '@fuchi/policy/assess/program';
import type { CheckedGuide, CheckedLine } from '@fuchi/policy/checked-guide';
import { useMemo } from 'react';
import { FactText } from './fact-text.tsx';
import { LinePart } from './line-part.tsx';

interface Props {
  readonly guide: CheckedGuide;
  readonly line: CheckedLine;
}

/** What is asked of the applicant, each with how it is to be understood. */
export function LineFactList({ guide, line }: Props) {
  const counted = useMemo(() => new Set(compile(guide, line.id, NO_OPTIONS)?.asked), [guide, line]);
  const specs = line.facts.flatMap((id) => guide.facts[id] ?? []);
  const asked = specs.filter((s) => s.supplied === '');
  const now = asked.filter((s) => counted.has(s.id));
  const rest = asked.filter((s) => !counted.has(s.id));
  if (asked.length === 0) return null;
  return (
    <LinePart name="申报事实">
      <ul className="provisions">
        {now.map((spec) => (
          <FactText key={spec.id} guide={guide} spec={spec} />
        ))}
      </ul>
      {rest.length > 0 && (
        <>
          <h3 className="guide-rest">只用于核对，或只在条文理解取另解时才用到</h3>
          <ul className="provisions">
            {rest.map((spec) => (
              <FactText key={spec.id} guide={guide} spec={spec} />
            ))}
          </ul>
        </>
      )}
    </LinePart>
  );
}
