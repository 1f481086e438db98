import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { searchEntries } from '@fuchi/record-register/register-entry-store';
import { isValid, versionText } from '@fuchi/record-register/register-version';
import { currentVersion } from '@fuchi/record-register/register-version-store';
import type { AuditFirms } from './contract.ts';

/** More accounting firms than this no province has. */
const MOST = 2000;

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
  const register = guide.registers.find(({ subject }) => subject === '会计师事务所');
  const year = register?.settles[0]?.year;
  const column = register?.columns.find(({ spec }) => spec.type.kind === 'choice')?.spec.id;
  if (!register || year === undefined || column === undefined) return NONE;
  const version = await currentVersion(db, { register: register.id, year });
  if (!version || !isValid(register, version, today)) return NONE;
  const found = await searchEntries(db, { version: version.id, text: '', from: 0, most: MOST });
  return {
    source: versionText(register, version),
    firms: found.entries.map(({ name, cells }) => ({ name, class: cells[column] ?? '' })),
  };
}

const NONE: AuditFirms = { source: null, firms: [] };
