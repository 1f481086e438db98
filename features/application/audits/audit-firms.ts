import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { AuditFirms } from './contract.ts';
import { listOfFirms } from './list-of-firms.ts';

/**
 * The firms of the register that the guide has of them, with their class in the year it looks at. Only firms of a high
 * class are listed: one that isn't there has a lower class or none.
 * @param today ISO date by the program's clock
 */
export async function firmsListed(
  db: Database | Work,
  guide: CheckedGuide,
  today: string,
): Promise<AuditFirms> {
  const list = await listOfFirms(db, guide, today);
  const column = list?.register.columns.find(({ spec }) => spec.type.kind === 'choice')?.spec.id;
  if (!list || column === undefined) return { source: null, firms: [] };
  const { source, entries } = list;
  return {
    source,
    firms: entries.map(({ name, cells }) => ({ name, class: cells[column] ?? '' })),
  };
}
