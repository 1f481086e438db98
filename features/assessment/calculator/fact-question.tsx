import type { CheckedGuide, FactSpec } from '@fuchi/policy/checked-guide';
import { factsOf } from '@fuchi/policy/walk';
import { FactHelp } from '@fuchi/ui/facts/fact-help.tsx';
import type { RefObject } from 'react';
import type { Answers } from '../answers/answers.ts';
import { factAnswer } from '../answers/fact-answer.ts';
import type { Answer } from '../answers/use-answers.ts';
import { AnswerField } from './answer-field.tsx';
import type { QuestionId } from './question.ts';
import type { Standing } from './standing.ts';

interface Props {
  readonly guide: CheckedGuide;
  readonly id: string;
  readonly answers: Answers;
  readonly onAnswer: Answer;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** Lines still open that the person cares for. */
  readonly open: readonly Standing[];
  readonly onAside: (lines: readonly string[]) => void;
  readonly onAsk: (question: QuestionId) => void;
}

/** Which clauses rest on a fact stands on the line's own page. */
const NO_CLAUSES: readonly string[] = [];

/** More lines than these are never set aside at one stroke. */
const FEW = 3;

/** A fact asked in plain words, with the official term beside it and its definition one tap away. */
export function FactQuestion(props: Props) {
  const { guide, id, answers, onAnswer, heading, open, onAside, onAsk } = props;
  const spec = guide.facts[id];
  if (!spec) return null;
  const labelId = `question-${id}`;
  const asking = guide.lines.filter((l) => l.facts.includes(id)).map((l) => l.id);
  const lines = open.filter((s) => asking.includes(s.assessment.line)).map((s) => s.assessment);
  const instead = spec.type.kind === 'rows' ? [] : insteadOf(spec, guide);
  const tables = spec.type.kind === 'rows' ? [] : tablesOf(spec, guide);
  // A day everybody knows is easier told than a span one has to reckon.
  const dateFirst = spec.type.kind === 'number' && instead.length === 1 && instead.every(isDate);
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
      {dateFirst && <Instead {...{ instead, answers, onAnswer }} legend="填一个日期，自动推算：" />}
      {dateFirst && <p className="quiet small">或者直接填：</p>}
      <AnswerField
        spec={spec}
        field={factAnswer(spec, answers)}
        labelledBy={labelId}
        onAnswer={onAnswer}
      />
      {!dateFirst && instead.length > 0 && (
        <Instead {...{ instead, answers, onAnswer }} legend="或者填下面的，自动推算：" />
      )}
      {tables.map((table) => (
        <p key={table.id} className="small">
          手头有明细的，
          <button type="button" className="link" onClick={() => onAsk(`fact ${table.id}`)}>
            逐{table.unit}填写{table.label}
          </button>
          ，这里自动算出，可以从Excel粘贴。
        </p>
      ))}
      <FactHelp spec={spec} clauses={NO_CLAUSES} />
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

interface InsteadProps extends Pick<Props, 'answers' | 'onAnswer'> {
  readonly instead: readonly FactSpec[];
  readonly legend: string;
}

/** Fields from which the figure that is asked for follows. */
function Instead({ instead, answers, onAnswer, legend }: InsteadProps) {
  return (
    <fieldset className="question-instead">
      <legend>{legend}</legend>
      {instead.map((other) => (
        <div key={other.id}>
          <div id={`question-${other.id}`}>{other.label}</div>
          <AnswerField
            spec={other}
            field={factAnswer(other, answers)}
            labelledBy={`question-${other.id}`}
            onAnswer={onAnswer}
          />
        </div>
      ))}
    </fieldset>
  );
}

function isDate({ type }: FactSpec): boolean {
  return type.kind === 'number' && type.dimension === 'date';
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

/** Lists from which a figure follows. */
function tablesOf({ derivations }: FactSpec, { facts }: CheckedGuide): readonly FactSpec[] {
  const used = derivations.flatMap(({ node }) => factsOf(node)).flatMap((id) => facts[id] ?? []);
  return [...new Set(used)].filter((spec) => spec.type.kind === 'rows' && spec.unit !== '年度');
}

function asked({ label, type }: FactSpec): string {
  if (type.kind === 'bool') return `是否${label.replace(/^是否/, '')}？`;
  if (type.kind === 'rows') return `请逐项填写：${label}`;
  return `${label}${type.kind === 'number' && type.dimension !== 'date' ? '是多少' : '是'}？`;
}
