import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { Panel } from '@fuchi/ui/panel.tsx';
import { quotaInShort } from '@fuchi/ui/quota-words';
import { Link } from '@tanstack/react-router';
import { capWords } from '../words/cap-words.ts';
import type { Unpaired } from './line-pairs.ts';

interface Props {
  readonly title: string;
  /** What is said before the lines that are alike. */
  readonly hint: string;
  readonly of: readonly Unpaired[];
  /** The guide they stand in. */
  readonly guide: CheckedGuide;
  readonly open: CheckedGuide;
}

/** Lines only one of the two versions has. */
export function UnpairedLines({ title, hint, of, guide, open }: Props) {
  if (of.length === 0) return null;
  return (
    <Panel title={title}>
      <ul className="provisions">
        {of.map(({ line, alike }) => (
          <li key={line.id} className="provision">
            <p>
              <span className="guide-clause">{line.section}</span>{' '}
              {guide === open ? (
                <Link to="/guide/lines/$line" params={{ line: line.id }}>
                  {line.title}
                </Link>
              ) : (
                <strong>{line.title}</strong>
              )}
            </p>
            <p className="small quiet">
              {[
                capWords(line, guide) && `封顶${capWords(line, guide)}`,
                quotaInShort(guide.guide, line),
              ]
                .filter(Boolean)
                .join('，')}
            </p>
            {alike.length > 0 && (
              <p className="small">
                {hint}：{alike.map((l) => l.title).join('、')}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
