import type { Program } from '@fuchi/policy/assess/program';
import { statementKindsOf } from '@fuchi/record-application/contract-statement';
import { asksAudits } from '../audits/audit-papers.ts';

/**
 * Whether an application has a part at all: those that not every line asks are said by the guide, and by what the round
 * switches on.
 * @example isPartOf(program, 'audits') // false
 */
export function isPartOf({ guide, line }: Pick<Program, 'guide' | 'line'>, part: string): boolean {
  switch (part) {
    case 'participants':
      return line.source.participants !== undefined;
    case 'annexes':
      return line.source.annexes.length > 0;
    case 'audits':
      return asksAudits(line);
    case 'statements':
      return statementKindsOf(guide, line.facts).length > 0;
    default:
      return true;
  }
}
