import { citedClause } from '@fuchi/ui/clause-words';
import { PartLink } from '../frame/part-link.tsx';
import type { CheckView } from './contract.ts';
import { gatheredFindings } from './gathered-findings.ts';

type Finding = CheckView['findings'][number];

interface Props {
  readonly application: string;
  readonly findings: readonly Finding[];
}

/** Findings of one part, what blocks first; each leads to where it is mended. Many of one kind are folded. */
export function FindingList({ application, findings }: Props) {
  const items = (list: readonly Finding[]) =>
    list.map((finding) => (
      <FindingItem
        key={`${finding.code} ${finding.path ?? ''} ${finding.says}`}
        application={application}
        finding={finding}
      />
    ));
  return (
    <ul className="finding-list">
      {gatheredFindings(findings).flatMap(({ shown, more }) => [
        ...items(shown),
        more.length > 0 && (
          <li key={`more ${more[0]?.code} ${more[0]?.blocks}`} className="finding-more">
            <details>
              <summary>同样的问题还有{more.length}处</summary>
              <ul className="finding-list">{items(more)}</ul>
            </details>
          </li>
        ),
      ])}
    </ul>
  );
}

function FindingItem({
  application,
  finding: { part, path, says, clause, blocks },
}: {
  readonly application: string;
  readonly finding: Finding;
}) {
  return (
    <li>
      <span className={blocks ? 'tag tag-open' : 'tag tag-none'}>{blocks ? '须处理' : '提醒'}</span>
      <span>
        <PartLink application={application} part={part} {...(path !== null && { at: path })}>
          {says}
        </PartLink>
        {clause !== null && <span className="clause"> {citedClause(clause)}</span>}
      </span>
    </li>
  );
}
