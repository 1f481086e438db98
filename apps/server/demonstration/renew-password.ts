import type { Database } from '@fuchi/platform-server/database/open-database';
import { portalState, shownBy } from '@fuchi/platform-server/portal-mode/portal-state';
import { change } from '@fuchi/record-event/change';
import { BY_PROGRAM } from '@fuchi/record-event/event';
import { setPassword } from '@fuchi/record-person/account-store';
import { passwordHash } from '@fuchi/record-person/password-hash';
import { isRole, ROLES } from '@fuchi/workflow/role';
import type { DemonstrationAccounts, ShownAccount } from './account-table.ts';
import { newPassword } from './new-password.ts';
import { PEOPLE } from './people.ts';

/**
 * Gives the accounts the demonstration began with another password; who is signed in with the old one is signed out.
 * @throws a sentence in production
 */
export async function renewPassword(db: Database, machine: Date): Promise<DemonstrationAccounts> {
  const state = await portalState(db);
  if (!state?.clock) {
    throw new Error('this is no demonstration. 这里不是演示环境，没有演示账号。');
  }
  const password = newPassword();
  const hash = await passwordHash(password);
  const now = shownBy(state.clock, machine);
  const shown = await accountsOf(db);
  await change(db, BY_PROGRAM, now, async (work, record) => {
    for (const { id } of shown) await setPassword(work, record, id, hash, { now, machine });
  });
  return { password, shown };
}

/** In the order of `PEOPLE`. */
async function accountsOf(db: Database): Promise<readonly (ShownAccount & { id: string })[]> {
  const logins = PEOPLE.map(({ login }) => login);
  const rows = await db
    .selectFrom('account')
    .innerJoin('appointment as a', 'a.account_id', 'account.id')
    .innerJoin('organisation as o', 'o.id', 'a.organisation_id')
    .select(['account.id', 'account.login', 'account.name', 'a.role', 'o.name as unit'])
    .distinctOn('account.id')
    .where('account.login', 'in', logins)
    .where('a.ended_at', 'is', null)
    .orderBy('account.id')
    .orderBy('a.id')
    .execute();
  return rows.map(({ role, ...row }) => ({
    ...row,
    role: isRole(role) ? ROLES[role].name : role,
  }));
}
