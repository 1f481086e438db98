import type { NeededPaper } from '@fuchi/policy/assess/papers';
import type { CheckedLine } from '@fuchi/policy/checked-guide';

/** A paper of the line that is an audit report, or may be one. */
export interface AuditPaper {
  readonly name: string;
  readonly clause: string;
  /** This applicant hands it in, and it can't be anything else. */
  readonly required: boolean;
}

/** The papers of a line that are audit reports, of those which this applicant may need. */
export function auditPapers(
  { source }: CheckedLine,
  papers: readonly NeededPaper[],
): readonly AuditPaper[] {
  return papers.flatMap(({ paper, needed }) => {
    const audit = source.papers.find(({ name }) => name === paper.name)?.audit;
    if (audit === undefined || needed === 'no') return [];
    const required = audit === '必须' && needed === 'yes';
    return [{ name: paper.name, clause: paper.clause, required }];
  });
}

/** Whether a line has audit reports at all, whoever applies. */
export function asksAudits({ source }: CheckedLine): boolean {
  return source.papers.some(({ audit }) => audit !== undefined);
}
