import type { CheckedGuide, FactSpec } from '@fuchi/policy/checked-guide';
import { Link } from '@tanstack/react-router';
import { AimedItem } from '../frame/aimed-item.tsx';
import { ruleWords } from '../words/rule-words.ts';
import { factAnchor } from './fact-anchor.ts';
import { Notes } from './notes.tsx';

interface Props {
  readonly guide: CheckedGuide;
  readonly spec: FactSpec;
}

/** One fact: its label and unit, the question, definition, certifier, evidence, other ways to it. */
export function FactText({ guide, spec }: Props) {
  return (
    <AimedItem id={factAnchor(spec.id)}>
      <p>
        <strong>{spec.label}</strong>
        <span className="small quiet"> {[spec.kind, spec.unit].filter(Boolean).join(' · ')}</span>
      </p>
      {spec.question !== '' && <p>{spec.question}</p>}
      <Notes
        rows={[
          ['说明', spec.says],
          [
            '定义',
            spec.definition !== '' && (
              <Link to="/guide/definitions" hash={spec.definition}>
                {spec.definition}
              </Link>
            ),
          ],
          ['可选', spec.options.join('、')],
          [
            '各列',
            spec.columns
              .filter((c) => c.derivations.length === 0)
              .map(columnWords)
              .join('；'),
          ],
          ['不填时', spec.derivations.map((d) => ruleWords(d.node, guide)).join('；没有的，')],
          ['填报', spec.statedBy === '申报单位' ? '' : spec.statedBy],
          ['出具', spec.certifier],
          ['为准', spec.decidedBy],
          ['佐证', spec.evidence.join('、')],
        ]}
      />
    </AimedItem>
  );
}

function columnWords({ label, unit, says }: FactSpec): string {
  return `${label}${unit === '' ? '' : `（${unit}）`}${says === '' ? '' : `：${says.replace(/。$/u, '')}`}`;
}
