import { Link } from '@tanstack/react-router';
import type { RefObject } from 'react';
import type { QuestionId } from './question.ts';
import type { Standing } from './standing.ts';

interface Props {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** What was passed over or answered in part. */
  readonly left: Standing['lacking'];
  /** Whether some line still waits for something, be it an authority's word. */
  readonly isOpen: boolean;
  /** The question by which other directions are chosen; undefined when all are looked at. */
  readonly directions: QuestionId | undefined;
  readonly onAsk: (question: QuestionId) => void;
}

/** Where the questions end: nothing is asked twice, what was passed over stands there to be answered. */
export function AllAsked({ heading, left, isOpen, directions, onAsk }: Props) {
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        该问的都问完了
      </h2>
      {left.length > 0 ? (
        <>
          <p>还有{left.length}项跳过了或没有填全，想起来了点开补上；不补也可以，按未知处理。</p>
          <ul className="questions-left">
            {left.map(({ fact, label }) => (
              <li key={fact}>
                <button type="button" className="link" onClick={() => onAsk(`fact ${fact}`)}>
                  {label}
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>
          {isOpen
            ? '剩下待定的，由主管部门决定或由其他文件规定。'
            : '各项目类别的结论已经不再取决于没有填的事实。'}
        </p>
      )}
      <p>
        接下来可以打开项目类别逐条核对、改一个数试试，或<Link to="/report">看自测报告</Link>。
      </p>
      {directions && (
        <p>
          现在只看所选的方向，
          <button type="button" className="link" onClick={() => onAsk(directions)}>
            再选别的方向
          </button>
          。
        </p>
      )}
    </>
  );
}
