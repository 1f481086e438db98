import { clauseWords } from '../clause-words.ts';
import { conditionAnchor } from '../condition-anchor.ts';

/** Clauses, each a way to what is said of it below. */
export function ClauseList({ clauses }: { readonly clauses: readonly string[] }) {
  return (
    <span className="clause-list">
      {clauses.map((clause) => (
        <a key={clause} className="clause" href={`#${encodeURIComponent(conditionAnchor(clause))}`}>
          {clauseWords(clause)}
        </a>
      ))}
    </span>
  );
}
