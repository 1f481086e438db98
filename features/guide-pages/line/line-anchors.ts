import type { CheckedLine } from '@fuchi/policy/checked-guide';

/** The ids of a line's provisions on its page; they are cited, and so never change while the clauses don't. */
export interface LineAnchors {
  /** By place in the line's list. */
  readonly directions: readonly string[];
  readonly standard: string;
  readonly stages: readonly string[];
  readonly applicant: string;
  readonly quota: string;
}

/** A condition's anchor is its clause; the other provisions have theirs unless something before them has it. */
export function lineAnchors(line: CheckedLine): LineAnchors {
  const taken = new Set(line.conditions.map((c) => c.clause));
  const take = (clause: string, part: string): string => {
    const own =
      clause === '' || taken.has(clause) ? `${part}${clause === '' ? '' : `-${clause}`}` : clause;
    let anchor = own;
    for (let n = 2; taken.has(anchor); n++) anchor = `${own}-${n}`;
    taken.add(anchor);
    return anchor;
  };
  const { directions, applicant, quota } = line.source;
  return {
    standard: take(line.amountClause, 'standard'),
    applicant: take(applicant?.clause.text ?? '', 'applicant'),
    quota: take(quota?.clause.text ?? '', 'quota'),
    directions: directions.map((d) => take(d.clause, 'direction')),
    stages: line.stages.map((s) => take(s.clause, 'stage')),
  };
}
