import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Link } from '@tanstack/react-router';
import { Button, Popconfirm } from 'antd';
import { answerText, toldAnswers } from '../answers/answer-text.ts';
import { type Answers, isBlank, NO_ANSWERS } from '../answers/answers.ts';
import { withoutFact } from '../answers/fact-answer.ts';
import type { QuestionId } from './question.ts';
import { chosen, chosenFacts } from './screening.ts';

interface Props {
  readonly guide: CheckedGuide;
  readonly answers: Answers;
  readonly onAnswer: (change: Partial<Answers>) => void;
  readonly onAsk: (question: QuestionId) => void;
}

/** Everything answered so far; each can be changed, or made unknown again. */
export function AnswerList({ guide, answers, onAnswer, onAsk }: Props) {
  if (isBlank(answers)) return null;
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
      aside={
        <span className="answers-actions">
          <Link to="/report">自测报告</Link>
          <Popconfirm
            title="清空全部答案？"
            description="清空后不能恢复。"
            okText="清空"
            cancelText="不清空"
            onConfirm={() => onAnswer(NO_ANSWERS)}
          >
            <Button size="small">全部清空</Button>
          </Popconfirm>
        </span>
      }
    >
      <ul className="answers">
        {kinds.map(({ index, choice }) => (
          <li key={choice.label}>
            <span className="answers-label">
              申报单位
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
            </span>
            <span className="answers-value">{choice.label}</span>
            <span className="answers-tools">
              <Button
                size="small"
                type="link"
                aria-label="修改申报单位类别"
                onClick={() => onAsk(`screening ${index}`)}
              >
                修改
              </Button>
            </span>
          </li>
        ))}
        {items >= 0 && answers.wanted.length > 0 && (
          <li>
            <span className="answers-label">关心的方向</span>
            <span className="answers-value">{titles.join('、')}</span>
            <span className="answers-tools">
              <Button
                size="small"
                type="link"
                aria-label="修改关心的方向"
                onClick={() => onAsk(`screening ${items}`)}
              >
                修改
              </Button>
            </span>
          </li>
        )}
        {told.map(({ spec, field }) => (
          <li key={spec.id}>
            <span className="answers-label">{spec.label}</span>
            <span className="answers-value">{answerText(spec, field)}</span>
            <span className="answers-tools">
              <Button
                size="small"
                type="link"
                aria-label={`修改${spec.label}`}
                onClick={() => onAsk(`fact ${spec.id}`)}
              >
                修改
              </Button>
              <Button
                size="small"
                type="link"
                aria-label={`清除${spec.label}`}
                onClick={() => onAnswer(withoutFact(spec, answers))}
              >
                清除
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
