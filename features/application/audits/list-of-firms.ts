import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { CheckedRegister } from '@fuchi/policy/register/checked-register';
import { type RegisterEntry, searchEntries } from '@fuchi/record-register/register-entry-store';
import {
  isValid,
  type RegisterVersion,
  versionText,
} from '@fuchi/record-register/register-version';
import { currentVersion } from '@fuchi/record-register/register-version-store';

/** More accounting firms than this no province has. */
const MOST = 2000;

/** The guide's register of accounting firms, as it was imported for the year the guide looks at. */
export interface ListOfFirms {
  readonly register: CheckedRegister;
  readonly version: RegisterVersion;
  readonly source: string;
  readonly entries: readonly RegisterEntry[];
}

/**
 * @param today ISO date by the program's clock
 * @returns undefined where the guide has no such register, or none that still answers was imported
 */
export async function listOfFirms(
  db: Database | Work,
  guide: CheckedGuide,
  today: string,
): Promise<ListOfFirms | undefined> {
  const register = guide.registers.find(({ subject }) => subject === '会计师事务所');
  const year = register?.settles[0]?.year;
  if (!register || year === undefined) return undefined;
  const version = await currentVersion(db, { register: register.id, year });
  if (!version || !isValid(register, version, today)) return undefined;
  const found = await searchEntries(db, { version: version.id, text: '', from: 0, most: MOST });
  return { register, version, source: versionText(register, version), entries: found.entries };
}
