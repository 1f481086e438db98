import { Button } from 'antd';
import { memo } from 'react';

/** What a button of the card does; the form reads it from the button that was pressed. */
export type Step = 'next' | 'skip' | 'back';

interface Props {
  readonly asks: boolean;
  readonly canGoBack: boolean;
}

/** On, past, or back. They hold no answers, so typing doesn't draw them anew. */
export const QuestionTools = memo(function QuestionTools({ asks, canGoBack }: Props) {
  return (
    <div className="question-tools">
      {asks && (
        <>
          <Button type="primary" htmlType="submit" value="next">
            下一题
          </Button>
          <Button htmlType="submit" value="skip">
            不清楚，先跳过
          </Button>
        </>
      )}
      {canGoBack && (
        <Button type="text" htmlType="submit" value="back">
          上一题
        </Button>
      )}
    </div>
  );
});

/** The step of the button that sent the form; Enter in a field goes on. */
export function stepOf(event: Event): Step {
  const value =
    event instanceof SubmitEvent && event.submitter instanceof HTMLButtonElement
      ? event.submitter.value
      : '';
  return value === 'skip' || value === 'back' ? value : 'next';
}
