import type { NeededPaper } from '@fuchi/policy/assess/papers';
import { citedClause } from '../clause-words.ts';
import { Panel } from '../panel.tsx';

const WORDS: Readonly<Record<NeededPaper['needed'], string>> = {
  yes: '',
  unknown: '视填报情况而定',
  no: '不需要',
};

/** What to prepare and who issues it; papers this applicant doesn't need come last and say so. */
export function PaperList({ papers }: { readonly papers: readonly NeededPaper[] }) {
  const listed = [
    ...papers.filter((p) => p.needed !== 'no'),
    ...papers.filter((p) => p.needed === 'no'),
  ];
  return (
    <Panel title="要准备的材料">
      <ul className="plain-list papers">
        {listed.map(({ paper, needed }) => (
          <li key={paper.name} className={needed === 'no' ? 'quiet' : ''}>
            {paper.name}
            {WORDS[needed] !== '' && <span className="strength">{WORDS[needed]}</span>}
            {paper.clause !== '' && <span className="clause">{citedClause(paper.clause)}</span>}
            {paper.issuer !== '' && <p className="quiet small">由{paper.issuer}出具</p>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
