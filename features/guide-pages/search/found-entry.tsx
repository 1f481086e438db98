import { Link } from '@tanstack/react-router';
import type { GuideEntry } from './guide-entry.ts';
import { MarkedText } from './marked-text.tsx';

interface Props {
  readonly entry: GuideEntry;
  readonly terms: readonly string[];
}

/** One place where the words stand: clause, title, the words in their surroundings. */
export function FoundEntry({ entry, terms }: Props) {
  const { kind, title, clause, text, page, anchor } = entry;
  return (
    <li className="provision">
      <div className="provision-head">
        <Link to={page} hash={anchor}>
          {clause !== '' && clause !== title && (
            <>
              <MarkedText text={clause} terms={terms} />{' '}
            </>
          )}
          <MarkedText text={title} terms={terms} />
        </Link>
        <span className="guide-mark">{kind}</span>
      </div>
      <p>
        <MarkedText text={text} terms={terms} around={70} />
      </p>
    </li>
  );
}
