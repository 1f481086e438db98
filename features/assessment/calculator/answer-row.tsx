import { Button } from 'antd';
import { memo, type ReactNode } from 'react';
import type { QuestionId } from './question.ts';

interface Props {
  readonly label: string;
  readonly value: string;
  /** It can't be read and counts as unknown. */
  readonly faulty?: boolean;
  readonly question: QuestionId;
  readonly onAsk: (question: QuestionId) => void;
  /** The fact to be made unknown again; what is chosen as a whole is changed as a whole. */
  readonly fact?: string;
  readonly onClear?: (fact: string) => void;
  /** What stands below the label. */
  readonly children?: ReactNode;
}

/** One answer, with the ways to change it and to take it back. */
export const AnswerRow = memo(function AnswerRow({ value, faulty, children, ...tools }: Props) {
  return (
    <li>
      <span className="answers-label">
        {tools.label}
        {children}
      </span>
      <span className="answers-value">
        {value}
        {faulty === true && <span className="gap small">填写有误，按未知处理</span>}
      </span>
      <AnswerTools {...tools} />
    </li>
  );
});

/** Apart from the value, which changes with every keystroke. */
const AnswerTools = memo(function AnswerTools({
  label,
  question,
  onAsk,
  fact,
  onClear,
}: Omit<Props, 'value' | 'faulty' | 'children'>) {
  return (
    <span className="answers-tools">
      <Button size="small" type="link" aria-label={`修改${label}`} onClick={() => onAsk(question)}>
        修改
      </Button>
      {fact !== undefined && onClear && (
        <Button size="small" type="link" aria-label={`清除${label}`} onClick={() => onClear(fact)}>
          清除
        </Button>
      )}
    </span>
  );
});
