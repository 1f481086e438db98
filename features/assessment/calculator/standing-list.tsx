import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { Answers } from '../answers/answers.ts';
import { GROUP_TITLES } from './group-titles.ts';
import { isWanted, type QuestionId } from './question.ts';
import { GROUPS, type Group, type Standing } from './standing.ts';
import { StandingItem } from './standing-item.tsx';

interface Props {
  readonly guide: CheckedGuide;
  readonly groups: ReadonlyMap<Group, readonly Standing[]>;
  readonly answers: Answers;
  readonly onAsk: (question: QuestionId) => void;
  readonly onAside: (lines: readonly string[]) => void;
}

/** All lines, sorted by where they stand; those the person doesn't care for are folded away, not judged. */
export function StandingList({ guide, groups, answers, onAsk, onAside }: Props) {
  const all = GROUPS.flatMap((g) => groups.get(g) ?? []);
  const aside = all.filter((s) => answers.aside.includes(s.assessment.line));
  const others = all.filter((s) => !isWanted(s, answers) && !aside.includes(s));
  const begun = groups.get('undetermined')?.some((s) => s.begun) ?? false;
  return (
    <>
      {GROUPS.map((group) => {
        const list = (groups.get(group) ?? []).filter((s) => isWanted(s, answers));
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
                {begun
                  ? '还缺几项事实就能定；答得最接近结论的排在前面。'
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
                  {...(group === 'undetermined'
                    ? { onAside: () => onAside([...answers.aside, s.assessment.line]) }
                    : {})}
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
                  onClick={() => onAside(answers.aside.filter((id) => id !== line))}
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
}
