import {
  STATEMENT_KINDS,
  type StatementKind,
  statementKindOf,
  statementPapersOf,
} from '@fuchi/record-application/contract-statement';
import { withoutPersonalData } from '@fuchi/record-person/masked';
import { momentText } from '@fuchi/ui/moment-text';
import type { Checker } from '../check/checker.ts';
import type { ApplicationFinding } from '../check/finding.ts';
import { type Statement, statementsOf } from './statement-store.ts';
import { STATEMENT_NAMES } from './statement-words.ts';

/**
 * What only the recommender can say, and hasn't: one finding a statement, however many facts and papers wait for it,
 * with how far it has come. It holds up only what a condition or a paper surely needs.
 */
export const checkStatements: Checker = async (db, { application, said, judged }) => {
  const { program, assessment } = judged;
  const clauses = new Set(program.conditions.map(({ clause }) => clause));
  const there = new Set(said.papers.map(({ paper }) => paper));
  const waits = STATEMENT_KINDS.flatMap((kind) => {
    const facts = assessment.missing.filter(
      ({ fact }) => statementKindOf(program.specs.get(fact)) === kind,
    );
    const stated = statementPapersOf(program);
    const papers = judged.papers.filter(
      ({ paper, needed }) =>
        stated.get(paper.name) === kind && needed !== 'no' && !there.has(paper.name),
    );
    const places = [...facts.flatMap((one) => one.clauses), ...papers.map((p) => p.paper.clause)];
    const blocks =
      facts.some((one) => one.clauses.some((clause) => clauses.has(clause))) ||
      papers.some(({ needed }) => needed === 'yes');
    return places.length === 0 ? [] : [{ kind, blocks, clause: places.find((one) => one !== '') }];
  });
  if (waits.length === 0) return [];
  const all = (await statementsOf(db, application.id)).filter(
    ({ recommender, state }) => recommender === application.recommender && state !== 'withdrawn',
  );
  return waits.flatMap(({ kind, blocks, clause }): readonly ApplicationFinding[] => {
    const last = all.find((one) => one.kind === kind);
    // What was stated is there; that it contradicts what is told is said of the facts.
    if (last?.state === 'given') return [];
    const code = last?.state === 'asked' ? 'statement-asked' : 'no-statement';
    const says = sentence(kind, last);
    return [{ code, part: 'statements', says, ...(clause !== undefined && { clause }), blocks }];
  });
};

function sentence(kind: StatementKind, last: Statement | undefined): string {
  const name = STATEMENT_NAMES[kind];
  if (!last) return `${name}由项目推荐单位出具，还没有申请；请申请，在申报截止前由推荐单位登记。`;
  const { recommenderName, opinion } = last;
  if (last.state === 'declined') {
    const why = withoutPersonalData(opinion ?? '');
    return `${recommenderName}未同意出具${name}：${why.replace(/[。；]$/, '')}；可以补充后再申请。`;
  }
  return `已申请${name}（${momentText(last.askedAt.toISOString())}），等待${recommenderName}在申报截止前登记。`;
}
