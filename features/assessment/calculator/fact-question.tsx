import type { CheckedGuide, FactSpec } from '@fuchi/policy/checked-guide';
import { factsOf } from '@fuchi/policy/walk';
import type { RefObject } from 'react';
import type { Answers } from '../answers/answers.ts';
import { factAnswer, withFactAnswer } from '../answers/fact-answer.ts';
import { fieldId } from '../field-path.ts';
import { FactControl } from '../form/fact-control.tsx';
import { FactHelp } from '../form/fact-help.tsx';
import { FieldFaults } from '../form/field-faults.tsx';
import type { Standing } from './standing.ts';

interface Props {
  readonly guide: CheckedGuide;
  readonly id: string;
  readonly answers: Answers;
  readonly onAnswer: (change: Partial<Answers>) => void;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** Lines still open that the person cares for. */
  readonly open: readonly Standing[];
  readonly onAside: (lines: readonly string[]) => void;
}

/** More lines than these are never set aside at one stroke. */
const FEW = 3;

/** A fact asked in plain words, with the official term beside it and its definition one tap away. */
export function FactQuestion({ guide, id, answers, onAnswer, heading, open, onAside }: Props) {
  const spec = guide.facts[id];
  if (!spec) return null;
  const labelId = `question-${id}`;
  const asking = guide.lines.filter((l) => l.facts.includes(id)).map((l) => l.id);
  const lines = open.filter((s) => asking.includes(s.assessment.line)).map((s) => s.assessment);
  const instead = spec.type.kind === 'rows' ? [] : insteadOf(spec, guide);
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
      {instead.length > 0 && (
        <fieldset className="question-instead">
          <legend>或者填下面的，自动推算：</legend>
          {instead.map((other) => (
            <div key={other.id} id={fieldId(other.id)} className="field-control">
              <div id={`question-${other.id}`}>{other.label}</div>
              <FactControl
                spec={other}
                path={other.id}
                field={factAnswer(other, answers)}
                labelledBy={`question-${other.id}`}
                onChange={(field) => onAnswer(withFactAnswer(other, field, answers))}
              />
              <FieldFaults path={other.id} />
            </div>
          ))}
        </fieldset>
      )}
      <FactHelp spec={spec} clauses={[]} />
      {lines.length > 0 && (
        <p className="quiet small question-for">
          问这一题是为了：
          {lines
            .map((l) => l.title)
            .slice(0, FEW)
            .join('、')}
          {lines.length > FEW && `等${lines.length}类`}
          {lines.length <= FEW && (
            <button
              type="button"
              className="link"
              onClick={() => onAside(lines.map((l) => l.line))}
            >
              {lines.length === 1 ? '这类项目与我无关' : `这${lines.length}类都与我无关`}
            </button>
          )}
        </p>
      )}
    </>
  );
}

/** Plain figures and dates, two at most, from which a fact follows: often better known than the fact itself. */
function insteadOf({ derivations }: FactSpec, { facts }: CheckedGuide): readonly FactSpec[] {
  for (const { node } of derivations) {
    const used = factsOf(node).flatMap((id) => facts[id] ?? []);
    const open = used.filter((spec) => spec.supplied === '');
    const simple = open.every((spec) => spec.type.kind === 'number');
    if (simple && open.length > 0 && open.length <= 2) return open;
  }
  return [];
}

function asked({ label, type }: FactSpec): string {
  if (type.kind === 'bool') return `是否${label.replace(/^是否/, '')}？`;
  if (type.kind === 'rows') return `请逐项填写：${label}`;
  return `${label}${type.kind === 'number' && type.dimension !== 'date' ? '是多少' : '是'}？`;
}
