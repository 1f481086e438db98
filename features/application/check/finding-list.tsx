import { PartLink } from '../frame/part-link.tsx';
import type { CheckView } from './contract.ts';

interface Props {
  readonly application: string;
  readonly findings: CheckView['findings'];
}

/** Findings of one part, what blocks first; each leads to where it is mended. */
export function FindingList({ application, findings }: Props) {
  const sorted = [...findings].sort((a, b) => Number(b.blocks) - Number(a.blocks));
  return (
    <ul className="finding-list">
      {sorted.map(({ code, part, path, says, clause, blocks }) => (
        <li key={`${code} ${path ?? ''} ${says}`}>
          <span className={blocks ? 'tag tag-open' : 'tag tag-none'}>
            {blocks ? '须处理' : '提醒'}
          </span>
          <span>
            <PartLink application={application} part={part} {...(path !== null && { at: path })}>
              {says}
            </PartLink>
            {clause !== null && <span className="clause">条款{clause}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
