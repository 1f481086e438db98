import { GROUP_TITLES } from './group-titles.ts';
import type { Group, Standing } from './standing.ts';

const COUNTED = ['eligible', 'undetermined', 'ineligible'] as const;

/** How many lines stand where, said aloud when it changes; on a narrow screen it stays in sight. */
export function TallyBar({ groups }: { readonly groups: ReadonlyMap<Group, readonly Standing[]> }) {
  const text = COUNTED.map((g) => `${GROUP_TITLES[g]}${groups.get(g)?.length ?? 0}类`).join('，');
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
}
