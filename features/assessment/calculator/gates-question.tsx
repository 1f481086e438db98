import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { Checkbox } from 'antd';
import type { RefObject } from 'react';
import type { Answers } from '../answers/answers.ts';
import type { Answer } from '../answers/use-answers.ts';
import { type Gate, isTicked, tick } from './gates.ts';
import { statementOf } from './statement.ts';

interface Props {
  readonly guide: CheckedGuide;
  readonly gates: readonly Gate[];
  readonly answers: Answers;
  readonly onAnswer: Answer;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** What each line hangs on, to be ticked in one go: whatever isn't so takes its line out of the way. */
export function GatesQuestion({ guide, gates, answers, onAnswer, heading }: Props) {
  const titles = new Map(guide.lines.map((l) => [l.id, l.title]));
  return (
    <>
      <h2 id="question-gates" ref={heading} tabIndex={-1}>
        下面哪些是你们的情况？
      </h2>
      <p className="quiet">
        有的就勾上，一项也没有也可以。点“下一题”时，没勾的按“否”处理，相应的项目类别排除；以后随时可以改。
      </p>
      <ul className="question-choices gate-choices" aria-labelledby="question-gates">
        {gates.map((gate) => (
          <li key={gate.spec.id}>
            <Checkbox
              checked={isTicked(gate, answers.facts)}
              onChange={({ target }) =>
                onAnswer({ facts: tick(gate, target.checked, answers.facts) })
              }
            >
              {statementOf(gate.spec)}
              <span className="question-choice-note">
                {gate.lines.map((line) => titles.get(line)).join('、')}
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </>
  );
}
