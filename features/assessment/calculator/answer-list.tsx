import type { ScreeningChoice } from '@fuchi/guide/guide';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { InputFault } from '@fuchi/policy/facts/given';
import { AskOnceMore } from '@fuchi/ui/ask-once-more.tsx';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { memo, useCallback } from 'react';
import { answerText, toldAnswers } from '../answers/answer-text.ts';
import { type Answers, isBlank, NO_ANSWERS } from '../answers/answers.ts';
import { withoutFact } from '../answers/fact-answer.ts';
import type { Answer } from '../answers/use-answers.ts';
import { AnswerRow } from './answer-row.tsx';
import { LinkButton } from './link-button.tsx';
import type { QuestionId } from './question.ts';
import { chosen, chosenFacts } from './screening.ts';

interface Props {
  readonly guide: CheckedGuide;
  readonly answers: Answers;
  readonly faults: readonly InputFault[];
  readonly onAnswer: Answer;
  readonly onAsk: (question: QuestionId) => void;
}

/** Everything answered so far; each can be changed, or made unknown again. */
export const AnswerList = memo(function AnswerList(props: Props) {
  const { guide, answers, faults, onAnswer, onAsk } = props;
  const clear = useCallback(
    (id: string) => {
      const spec = guide.facts[id];
      if (spec) onAnswer((now) => withoutFact(spec, now));
    },
    [guide, onAnswer],
  );
  if (isBlank(answers)) return null;
  const faulty = new Set(faults.map(({ path }) => path.replace(/[.[].*$/, '')));
  const byKind = chosenFacts(guide, answers.facts);
  // What a choice filled in is one answer; a fact changed since stands by itself again.
  const told = toldAnswers(guide, answers).filter(({ spec }) => !byKind.has(spec.id));
  const kinds = guide.guide.screening.flatMap((q, index) => {
    const choice = q.kind === 'choice' ? chosen(q, answers.facts) : undefined;
    return choice ? [{ index, choice }] : [];
  });
  const items = guide.guide.screening.findIndex((q) => q.kind === 'items');
  const titles = guide.guide.categories
    .flatMap((c) => c.items)
    .filter((i) => answers.wanted.includes(i.clause))
    .map((i) => i.title);
  return (
    <Panel
      title={`已填${told.length + kinds.length}项`}
      aside={<AnswerTools guide={guide} onAnswer={onAnswer} onAsk={onAsk} />}
    >
      <ul className="answers">
        {kinds.map(({ index, choice }) => (
          <AnswerRow
            key={choice.label}
            label="申报单位类别"
            value={choice.label}
            question={`screening ${index}`}
            onAsk={onAsk}
          >
            <Implied guide={guide} choice={choice} onAsk={onAsk} />
          </AnswerRow>
        ))}
        {items >= 0 && answers.wanted.length > 0 && (
          <AnswerRow
            label="关心的方向"
            value={titles.join('、')}
            question={`screening ${items}`}
            onAsk={onAsk}
          />
        )}
        {told.map(({ spec, field }) => (
          <AnswerRow
            key={spec.id}
            label={spec.label}
            value={answerText(spec, field)}
            faulty={faulty.has(spec.id)}
            question={`fact ${spec.id}`}
            onAsk={onAsk}
            fact={spec.id}
            onClear={clear}
          />
        ))}
      </ul>
    </Panel>
  );
});

/** What can be done with all answers together. */
const AnswerTools = memo(function AnswerTools({
  guide,
  onAnswer,
  onAsk,
}: Pick<Props, 'guide' | 'onAnswer' | 'onAsk'>) {
  return (
    <span className="answers-actions">
      <Link to="/report">自测报告</Link>
      <LinkButton guide={guide} />
      <AskOnceMore
        name="全部清空"
        says="清空后不能恢复。"
        yes="清空"
        no="不清空"
        onYes={() => {
          onAnswer(NO_ANSWERS);
          onAsk('screening 0');
        }}
      />
    </span>
  );
});

/** The facts that follow from the kind of applicant, each of which can be told apart from it. */
const Implied = memo(function Implied({
  guide,
  choice,
  onAsk,
}: Pick<Props, 'guide' | 'onAsk'> & { readonly choice: ScreeningChoice }) {
  return (
    <details className="answers-implied">
      <summary>由此得出{choice.facts.length}项</summary>
      {choice.facts.map(({ id, value }) => (
        <p key={id.text} className="small">
          {guide.facts[id.text]?.label ?? id.text}：{value.text}
          <Button
            size="small"
            type="link"
            aria-label={`修改${guide.facts[id.text]?.label ?? id.text}`}
            onClick={() => onAsk(`fact ${id.text}`)}
          >
            修改
          </Button>
        </p>
      ))}
    </details>
  );
});
