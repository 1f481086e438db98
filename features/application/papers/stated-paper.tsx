import type { NeededPaper } from '@fuchi/policy/assess/papers';
import { citedClause } from '@fuchi/ui/clause-words';
import { PartLink } from '../frame/part-link.tsx';

interface Props {
  readonly application: string;
  readonly needed: NeededPaper;
  /** Whether the recommender has issued it. */
  readonly given: boolean;
}

/** A paper that the recommender issues: asked for elsewhere, and bound by itself. */
export function StatedPaper({ application, needed, given }: Props) {
  const { name, clause } = needed.paper;
  return (
    <section id={name} className="paper-section" aria-label={name}>
      <h3>
        {name}
        {clause !== '' && <span className="clause">{citedClause(clause)}</span>}
      </h3>
      <p className="quiet small">
        {given
          ? '项目推荐单位已出具，盖章扫描件已列入材料。查看：'
          : '由项目推荐单位出具盖章扫描件，不用上传，出具后自动列入材料。申请和查看：'}
        <PartLink application={application} part="statements">
          推荐单位意见
        </PartLink>
      </p>
    </section>
  );
}
