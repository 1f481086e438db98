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
}

/** All lines, sorted by where they stand; those the person doesn't care for are folded away, not judged. */
export function StandingList({ guide, groups, answers, onAsk }: Props) {
  const others = GROUPS.flatMap((g) => groups.get(g) ?? []).filter(
    (s) => !isWanted(s.section, answers),
  );
  return (
    <>
      {GROUPS.map((group) => {
        const list = (groups.get(group) ?? []).filter((s) => isWanted(s.section, answers));
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
            <ul>
              {list.map((s) => (
                <StandingItem key={s.assessment.line} standing={s} guide={guide} onAsk={onAsk} />
              ))}
            </ul>
          </section>
        );
      })}
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
