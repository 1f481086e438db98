import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { asksAudits } from '../audits/audit-papers.ts';

/** Whether an application for a line has a part at all: those that not every line asks are said by the guide. */
export function isPartOf(guide: CheckedGuide, id: string, part: string): boolean {
  const line = guide.lines.find((one) => one.id === id);
  if (!line) return true;
  if (part === 'participants') return line.source.participants !== undefined;
  if (part === 'audits') return asksAudits(line);
  return true;
}
