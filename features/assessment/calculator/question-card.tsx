import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { useEffect, useRef } from 'react';
import type { Answers } from '../answers/answers.ts';
import type { Answer } from '../answers/use-answers.ts';
import { AllAsked } from './all-asked.tsx';
import { FactQuestion } from './fact-question.tsx';
import { type Gate, gatesFor } from './gates.ts';
import { GatesQuestion } from './gates-question.tsx';
import { leftOpen } from './question.ts';
import { QuestionTools, stepOf } from './question-tools.tsx';
import { ScreeningQuestion } from './screening-question.tsx';
import type { Standing } from './standing.ts';
import type { Asking } from './use-asking.ts';

interface Props {
  readonly guide: CheckedGuide;
  readonly answers: Answers;
  readonly onAnswer: Answer;
  readonly asking: Asking;
  /** Lines still open that the person cares for. */
  readonly open: readonly Standing[];
  readonly gates: () => readonly Gate[];
}

/** One question at a time: the one whose answer settles most. */
export function QuestionCard({ guide, answers, onAnswer, asking, open, gates }: Props) {
  const { current, number, canGoBack, setAside } = asking;
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(current);
  useEffect(() => {
    // The first question doesn't take the cursor from the page's beginning.
    if (shown.current !== current) heading.current?.focus();
    shown.current = current;
  }, [current]);
  const props = { guide, answers, onAnswer, heading };
  const items = guide.guide.screening.findIndex((q) => q.kind === 'items');
  const [kind, id] = split(current);
  return (
    <form
      className="panel question"
      aria-label="问题"
      onSubmit={(event) => {
        event.preventDefault();
        asking[stepOf(event.nativeEvent)]();
      }}
    >
      {current === null ? (
        <AllAsked
          heading={heading}
          left={leftOpen(guide, answers, open)}
          isOpen={open.length > 0}
          directions={answers.wanted.length > 0 && items >= 0 ? `screening ${items}` : undefined}
          onAsk={asking.ask}
        />
      ) : (
        <>
          <p className="question-number">第{number}题</p>
          {kind === 'screening' ? (
            <ScreeningQuestion {...props} key={current} index={Number(id)} />
          ) : kind === 'gates' ? (
            <GatesQuestion {...props} gates={gatesFor(gates(), guide, answers, open)} />
          ) : (
            <FactQuestion
              {...props}
              key={current}
              id={id}
              open={open}
              onAside={setAside}
              onAsk={asking.ask}
            />
          )}
        </>
      )}
      <QuestionTools asks={current !== null} canGoBack={canGoBack} />
    </form>
  );
}

function split(question: string | null): readonly [kind: string, id: string] {
  const [kind = '', id = ''] = (question ?? '').split(/ (.*)/s);
  return [kind, id];
}
