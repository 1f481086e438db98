import type { StatementView } from './contract.ts';
import type { Statement } from './statement-store.ts';

/** A statement as pages are sent it. */
export function statementViewOf(statement: Statement): StatementView {
  const { id, kind, state, askedBy, askedFor, statedOn, organised, opinion, scan } = statement;
  return {
    id,
    kind,
    state,
    recommender: statement.recommenderName,
    askedAt: statement.askedAt.toISOString(),
    askedBy,
    askedFor,
    statedOn,
    organised,
    opinion,
    scan: scan && { name: scan.name, size: scan.size },
    answeredAt: statement.answeredAt?.toISOString() ?? null,
  };
}
