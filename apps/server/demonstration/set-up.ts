import type { GuideSource } from '@fuchi/assessment/http';
import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { Work } from '@fuchi/platform-server/database/open-database';
import type { FileStore } from '@fuchi/platform-server/files/file-store';
import type { Recorder } from '@fuchi/record-event/change';
import type { NewOrganisation } from '@fuchi/record-organisation/organisation';
import { createOrganisation } from '@fuchi/record-organisation/organisation-store';
import { createAccount } from '@fuchi/record-person/account-store';
import { appoint } from '@fuchi/record-person/appointment-store';
import { passwordHash } from '@fuchi/record-person/password-hash';
import { regionsFrom } from '@fuchi/values/region';
import { ROLES } from '@fuchi/workflow/role';
import type { DemonstrationAccounts, ShownAccount } from './account-table.ts';
import { ENTERPRISES } from './enterprises.ts';
import { newPassword } from './new-password.ts';
import { OFFICES } from './offices.ts';
import { PEOPLE } from './people.ts';
import { type DemonstrationRecommender, recommendersOf } from './recommenders.ts';
import { importRegisters, prepareRegisters } from './set-up-registers.ts';
import { OPENING, setUpRound } from './set-up-round.ts';

export interface Demonstration {
  /** When its clock begins. */
  readonly opening: Date;
  /** Fills an empty database, in one transaction. */
  readonly setUp: (work: Work, record: Recorder) => Promise<DemonstrationAccounts>;
}

/** Who publishes the guide and imports the lists. */
const PLANNER = 'guihua';

/**
 * Makes ready what takes its time: a password's digest, the lists. Everything in the demonstration is invented and says
 * so: 示例.
 */
export async function prepareDemonstration(
  files: FileStore,
  source: GuideSource,
): Promise<Demonstration> {
  const opening = new Date(OPENING);
  const password = newPassword();
  const hash = await passwordHash(password);
  const lists = await prepareRegisters(files, source.guide);
  const regions = regionsFrom(source.guide.guide.regions);
  if (!regions.ok) throw new Error(`a checked guide without regions: ${regions.code}`);
  const recommenders = recommendersOf(regions.value.all);
  return {
    opening,
    async setUp(work, record) {
      const units = await setUpUnits(work, record, recommenders, opening);
      const { shown, planner } = await setUpPeople(work, record, units, hash, opening);
      const round = { source, units, recommenders, account: planner, now: opening };
      await setUpRound(work, record, round);
      await importRegisters(work, record, lists, planner, opening);
      return { password, shown };
    },
  };
}

/** @returns the id of each by its key */
async function setUpUnits(
  work: Work,
  record: Recorder,
  recommenders: readonly DemonstrationRecommender[],
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  const units = new Map<string, string>();
  const add = async (key: string, unit: NewOrganisation) => {
    const id = await createOrganisation(work, record, unit, now);
    if (id === undefined) throw new Error(`${unit.name} is there already`);
    units.set(key, id);
  };
  for (const { key, kind, name } of OFFICES) await add(key, { kind, name });
  for (const { key, name, department, level, territory, parent } of recommenders) {
    const through = parent === undefined ? undefined : units.get(parent);
    await add(key, {
      kind: 'recommender',
      name,
      department,
      level,
      territory,
      ...(through !== undefined && { parent: through }),
    });
  }
  for (const { key, name, creditCode, territory } of ENTERPRISES) {
    await add(key, { kind: 'applicant', name, creditCode, territory });
  }
  return units;
}

async function setUpPeople(
  work: Work,
  record: Recorder,
  units: ReadonlyMap<string, string>,
  hash: string,
  now: Date,
): Promise<{ readonly shown: readonly ShownAccount[]; readonly planner: string }> {
  const shown: ShownAccount[] = [];
  let planner = '';
  const names = new Map<string, string>();
  for (const { login, name, unit, role } of PEOPLE) {
    const organisation = units.get(unit);
    // Another province's guide has other places: their offices have nobody.
    if (organisation === undefined) continue;
    const account = await createAccount(work, record, { login, name, passwordHash: hash }, now);
    if (account === undefined) throw new Error(`${login} is there already`);
    const from = localDay(now);
    const asked = { account, organisation, role, lines: [], from, until: undefined };
    const given = await appoint(work, record, asked);
    if ('refused' in given) throw new Error(`${login}: ${given.refused.code}`);
    if (login === PLANNER) planner = account;
    const unitName = names.get(organisation) ?? (await nameOf(work, organisation));
    names.set(organisation, unitName);
    shown.push({ login, role: ROLES[role].name, name, unit: unitName });
  }
  return { shown, planner };
}

async function nameOf(work: Work, organisation: string): Promise<string> {
  const { name } = await work
    .selectFrom('organisation')
    .select('name')
    .where('id', '=', organisation)
    .executeTakeFirstOrThrow();
  return name;
}
