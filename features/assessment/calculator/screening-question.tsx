import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { Checkbox, Radio } from 'antd';
import type { RefObject } from 'react';
import type { Answers } from '../answers/answers.ts';
import type { Answer } from '../answers/use-answers.ts';
import { choose, chosen } from './screening.ts';

interface Props {
  readonly guide: CheckedGuide;
  readonly index: number;
  readonly answers: Answers;
  readonly onAnswer: Answer;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** A question of the guide's screening: what kind of applicant, or what one wants to do. */
export function ScreeningQuestion({ guide, index, answers, onAnswer, heading }: Props) {
  const question = guide.guide.screening[index];
  if (!question || question.kind === 'fact') return null;
  const labelId = `screening-${index}`;
  const head = (
    <>
      <h2 id={labelId} ref={heading} tabIndex={-1}>
        {question.asks}
      </h2>
      {question.says !== '' && <p className="quiet">{question.says}</p>}
    </>
  );
  if (question.kind === 'items') {
    const { categories } = guide.guide;
    const items = categories.flatMap((c) => c.items);
    return (
      <>
        {head}
        <Checkbox.Group
          className="question-choices"
          value={[...answers.wanted]}
          aria-labelledby={labelId}
          onChange={(values: string[]) =>
            onAnswer({ wanted: items.map((i) => i.clause).filter((c) => values.includes(c)) })
          }
        >
          {categories.map(({ number, title, items }) => (
            <fieldset key={number} className="question-category">
              <legend>{title}</legend>
              {items.map(({ clause, title, says }) => (
                <Checkbox key={clause} value={clause}>
                  {title}
                  <span className="question-choice-note">{says}</span>
                </Checkbox>
              ))}
            </fieldset>
          ))}
        </Checkbox.Group>
      </>
    );
  }
  const choice = chosen(question, answers.facts);
  return (
    <>
      {head}
      <Radio.Group
        className="question-choices"
        name={labelId}
        value={choice?.label ?? ''}
        aria-labelledby={labelId}
        onChange={({ target }) => {
          const next = question.choices.find((c) => c.label === target.value);
          onAnswer({ facts: choose(question, next, answers.facts) });
        }}
      >
        {question.choices.map(({ label, says }) => (
          <Radio key={label} value={label}>
            {label}
            {says !== '' && <span className="question-choice-note">{says}</span>}
          </Radio>
        ))}
      </Radio.Group>
    </>
  );
}
