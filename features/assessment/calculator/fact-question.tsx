import type { CheckedGuide, FactSpec } from '@fuchi/policy/checked-guide';
import type { RefObject } from 'react';
import type { Answers } from '../answers/answers.ts';
import { factAnswer, withFactAnswer } from '../answers/fact-answer.ts';
import { fieldId } from '../field-path.ts';
import { FactControl } from '../form/fact-control.tsx';
import { FactHelp } from '../form/fact-help.tsx';
import { FieldFaults } from '../form/field-faults.tsx';

interface Props {
  readonly guide: CheckedGuide;
  readonly id: string;
  readonly answers: Answers;
  readonly onAnswer: (change: Partial<Answers>) => void;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** A fact asked in plain words, with the official term beside it and its definition one tap away. */
export function FactQuestion({ guide, id, answers, onAnswer, heading }: Props) {
  const spec = guide.facts[id];
  if (!spec) return null;
  const labelId = `question-${id}`;
  const lines = guide.lines.filter((l) => l.facts.includes(id));
  const plain = spec.question !== '';
  return (
    <>
      <h2 id={labelId} ref={heading} tabIndex={-1}>
        {plain ? spec.question : asked(spec)}
      </h2>
      {plain && <p className="quiet small">官方用语：{spec.label}</p>}
      {spec.statedBy !== '' && spec.statedBy !== '申报单位' && (
        <p className="quiet small">正式申报时由{spec.statedBy}提供，可以先按了解的情况填。</p>
      )}
      <div id={fieldId(id)} className="field-control">
        <FactControl
          spec={spec}
          path={id}
          field={factAnswer(spec, answers)}
          labelledBy={labelId}
          onChange={(field) => onAnswer(withFactAnswer(spec, field, answers))}
        />
      </div>
      <FieldFaults path={id} />
      <FactHelp spec={spec} clauses={[]} />
      <p className="quiet small">
        关系到：
        {lines
          .map((l) => l.title)
          .slice(0, 4)
          .join('、')}
        {lines.length > 4 && `等${lines.length}个项目类别`}
      </p>
    </>
  );
}

function asked({ label, type }: FactSpec): string {
  if (type.kind === 'bool') return `是否${label.replace(/^是否/, '')}？`;
  if (type.kind === 'rows') return `请逐项填写：${label}`;
  return `${label}${type.kind === 'number' && type.dimension !== 'date' ? '是多少' : '是'}？`;
}
