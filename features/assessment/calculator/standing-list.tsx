import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { memo, useCallback } from 'react';
import type { Answers } from '../answers/answers.ts';
import type { Answer } from '../answers/use-answers.ts';
import { GROUP_TITLES } from './group-titles.ts';
import { isWanted, type QuestionId } from './question.ts';
import { GROUPS, type Group, type Standing } from './standing.ts';
import { StandingItem } from './standing-item.tsx';

interface Props extends Pick<Answers, 'wanted' | 'aside'> {
  readonly guide: CheckedGuide;
  readonly groups: ReadonlyMap<Group, readonly Standing[]>;
  readonly onAsk: (question: QuestionId) => void;
  readonly onAnswer: Answer;
}

/** All lines, sorted by where they stand; those the person doesn't care for are folded away, not judged. */
export const StandingList = memo(function StandingList(props: Props) {
  const { guide, groups, wanted, aside: asideIds, onAsk, onAnswer } = props;
  const setAside = useCallback(
    (line: string) => onAnswer((now) => ({ aside: [...now.aside, line] })),
    [onAnswer],
  );
  const takeBack = (line: string) =>
    onAnswer((now) => ({ aside: now.aside.filter((id) => id !== line) }));
  const cared = { wanted, aside: asideIds };
  const all = GROUPS.flatMap((g) => groups.get(g) ?? []);
  const aside = all.filter((s) => asideIds.includes(s.assessment.line));
  const others = all.filter((s) => !isWanted(s, cared) && !aside.includes(s));
  const begun = groups.get('undetermined')?.some((s) => s.begun) ?? false;
  return (
    <>
      {GROUPS.map((group) => {
        const list = (groups.get(group) ?? []).filter((s) => isWanted(s, cared));
        if (list.length === 0) return null;
        return (
          <section key={group} className={`standing-group standing-${group}`}>
            <h2>
              {GROUP_TITLES[group]}
              <span className="standing-count">{list.length}类</span>
            </h2>
            {group === 'eligible' && (
              <p className="quiet small">
                补助上限不是立项金额：实际补助通常低于上限，取决于当年预算、评审和支持数量。
              </p>
            )}
            {group === 'undetermined' && (
              <p className="quiet small">
                {list.length === 1
                  ? '还缺几项事实；答题后马上重新归类。'
                  : begun
                    ? '答了几项的排在前面，最接近结论的最先。'
                    : '都还缺事实；按指南次序排列，答题后马上重新归类。'}
              </p>
            )}
            <ul>
              {list.map((s) => (
                <StandingItem
                  key={s.assessment.line}
                  standing={s}
                  guide={guide}
                  onAsk={onAsk}
                  {...(group === 'undetermined' ? { onAside: setAside } : {})}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {aside.length > 0 && (
        <details className="standing-group">
          <summary>与我无关的（{aside.length}类）</summary>
          <ul>
            {aside.map(({ assessment: { line, title } }) => (
              <li key={line} className="standing standing-aside">
                {title}
                <button
                  type="button"
                  className="link small"
                  aria-label={`恢复${title}`}
                  onClick={() => takeBack(line)}
                >
                  恢复
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
      {others.length > 0 && (
        <details className="standing-group">
          <summary>没有选的方向（{others.length}类）</summary>
          <ul>
            {others.map((s) => (
              <StandingItem key={s.assessment.line} standing={s} guide={guide} onAsk={onAsk} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
});
