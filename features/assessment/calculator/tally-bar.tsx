import { memo } from 'react';
import type { Answers } from '../answers/answers.ts';
import { GROUP_TITLES } from './group-titles.ts';
import { isWanted } from './question.ts';
import type { Group, Standing } from './standing.ts';

interface Props extends Pick<Answers, 'wanted' | 'aside'> {
  readonly groups: ReadonlyMap<Group, readonly Standing[]>;
}

const COUNTED = ['eligible', 'undetermined', 'ineligible'] as const;

/** How many lines the person cares for stand where, said aloud when it changes; on a narrow screen it stays in sight. */
export const TallyBar = memo(function TallyBar({ groups, wanted, aside }: Props) {
  const count = (group: Group) =>
    (groups.get(group) ?? []).filter((s) => isWanted(s, { wanted, aside })).length;
  const text = COUNTED.map((g) => `${GROUP_TITLES[g]}${count(g)}类`).join('，');
  return (
    <>
      <p className="visually-hidden" role="status">
        {text}
      </p>
      <a className="summary-bar" href="#standings">
        <span>{text}</span>
        <span className="summary-bar-more">查看</span>
      </a>
    </>
  );
});
