import type { Database } from '@fuchi/platform-server/database/open-database';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import {
  entriesByCode,
  entriesByNameOnly,
  type Unit,
} from '@fuchi/record-register/register-entry-store';
import { knownFacts, papersSettled } from '@fuchi/record-register/register-facts';
import { currentVersions } from '@fuchi/record-register/register-version-store';
import type * as contract from '../contract.ts';
import { unitLists } from './unit-view.ts';

export interface AskedOf extends Unit {
  readonly auditor: Unit | undefined;
  readonly warning: string;
  readonly today: string;
}

/** Everything the lists know of a unit, and of the firm that audits it where it is asked about too. */
export async function lookUpUnit(
  db: Database,
  guide: CheckedGuide,
  { creditCode, name, auditor, warning, today }: AskedOf,
): Promise<contract.UnitView> {
  const versions = await currentVersions(db);
  const idsOf = (subject: string) =>
    versions
      .filter(({ register }) =>
        guide.registers.some((one) => one.id === register && one.subject === subject),
      )
      .map(({ id }) => id);
  const ids = idsOf('申报单位');
  const entries = await entriesByCode(db, ids, creditCode);
  // Without a name of its own the unit is called as the lists call it.
  const called = name === '' ? (entries[0]?.name ?? '') : name;
  const alike = await entriesByNameOnly(db, ids, { creditCode, name: called });
  const firms = idsOf('会计师事务所');
  const ofFirm = auditor ? await entriesByCode(db, firms, auditor.creditCode) : [];
  const known = await knownFacts(db, guide, {
    creditCode,
    name: called,
    today,
    ...(auditor && { auditor }),
  });
  const found = {
    known,
    versions,
    entries: [...entries, ...ofFirm],
    alike,
    ofAuditor: auditor !== undefined,
    today,
  };
  return {
    creditCode,
    name: called,
    warning,
    lists: unitLists(guide, found),
    papers: [...papersSettled(known)],
  };
}
