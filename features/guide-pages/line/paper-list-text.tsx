import { fullClause } from '@fuchi/guide/full-clause';
import type { CheckedGuide, CheckedLine } from '@fuchi/policy/checked-guide';
import { ruleWords } from '../words/rule-words.ts';
import { LinePart } from './line-part.tsx';
import { Notes } from './notes.tsx';

interface Props {
  readonly guide: CheckedGuide;
  readonly line: CheckedLine;
}

/** The papers to hand in, who issues each, and when it is needed. */
export function PaperListText({ guide, line }: Props) {
  if (line.papers.length === 0) return null;
  const { letters, annexes } = line.source;
  const promised = (name: string) =>
    letters.filter((l) => l.paper.text === name).flatMap((l) => l.promises.map((p) => p.text));
  const listed = (name: string) =>
    annexes.filter((a) => a.paper.text === name).map((a) => a.name.text);
  return (
    <LinePart name="材料">
      <ul className="provisions" id="papers">
        {line.papers.map((paper) => (
          <li key={paper.name} className="provision">
            <p>
              {paper.name}
              {paper.clause !== '' && (
                <span className="guide-clause"> {fullClause(line.section, paper.clause)}</span>
              )}
            </p>
            <Notes
              rows={[
                ['出具', paper.issuer],
                ['何时需要', paper.when ? `${ruleWords(paper.when, guide)}的。` : ''],
                ['承诺', promised(paper.name).join('')],
                ['附表', listed(paper.name).join('、')],
              ]}
            />
          </li>
        ))}
      </ul>
    </LinePart>
  );
}
