import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { Panel } from '@fuchi/ui/panel.tsx';
import { Link } from '@tanstack/react-router';
import { Button, Popconfirm } from 'antd';
import { answerText, toldAnswers } from '../answers/answer-text.ts';
import { type Answers, isBlank, NO_ANSWERS } from '../answers/answers.ts';
import { withoutFact } from '../answers/fact-answer.ts';
import type { QuestionId } from './question.ts';

interface Props {
  readonly guide: CheckedGuide;
  readonly answers: Answers;
  readonly onAnswer: (change: Partial<Answers>) => void;
  readonly onAsk: (question: QuestionId) => void;
}

/** Everything answered so far; each can be changed, or made unknown again. */
export function AnswerList({ guide, answers, onAnswer, onAsk }: Props) {
  if (isBlank(answers)) return null;
  const told = toldAnswers(guide, answers);
  const items = guide.guide.screening.findIndex((q) => q.kind === 'items');
  return (
    <Panel
      title={`已填${told.length}项`}
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
        {items >= 0 && answers.wanted.length > 0 && (
          <li>
            <span className="answers-label">关心的方向</span>
            <span className="answers-value">{answers.wanted.join('、')}</span>
            <span className="answers-tools">
              <Button size="small" type="link" onClick={() => onAsk(`screening ${items}`)}>
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
