import { lockOrganisation } from '@fuchi/record-organisation/organisation-store';
import { othersInRole } from '@fuchi/record-organisation/people-store';
import { accountById } from '@fuchi/record-person/account-store';
import { endSessions } from '@fuchi/record-person/session-store';
import { isRole } from '@fuchi/workflow/role';
import type { Changing } from './changing.ts';
import { disablingRefusal } from './leaving.ts';

/** Disables an account: its sessions end, its duties rest. What it did stays. */
export async function disableAccount(
  changing: Changing,
  { account, why }: { readonly account: string; readonly why: string },
): Promise<void> {
  const { work, record, actor, machine, refuse } = changing;
  const found = await accountById(work, account);
  if (!found) return refuse({ code: 'no-such' });
  const refused = disablingRefusal(account === actor.account, await dutiesOf(changing, account));
  if (refused) return refuse(refused);
  await setStatus(changing, account, 'disabled');
  const sessions = await endSessions(work, account, {}, 'account-disabled', machine);
  await record({
    subject: { kind: 'account', id: account },
    kind: 'account-disabled',
    after: { why, sessionsEnded: sessions },
  });
}

/** Lets an account that was disabled sign in again, with the duties it had. */
export async function enableAccount(
  changing: Changing,
  { account, why }: { readonly account: string; readonly why: string },
): Promise<void> {
  const { work, record, refuse } = changing;
  if (!(await accountById(work, account))) return refuse({ code: 'no-such' });
  await setStatus(changing, account, 'active');
  await record({
    subject: { kind: 'account', id: account },
    kind: 'account-enabled',
    after: { why },
  });
}

async function setStatus(
  { work, refuse }: Changing,
  account: string,
  status: 'active' | 'disabled',
): Promise<void> {
  const { numUpdatedRows } = await work
    .updateTable('account')
    .set({ status })
    .where('id', '=', account)
    .where('status', '<>', status)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) refuse({ code: 'state-already', active: status === 'active' });
}

/** What an account holds today, with how many others hold the same; its units are locked. */
async function dutiesOf({ work, day }: Changing, account: string) {
  const rows = await work
    .selectFrom('appointment')
    .select(['role', 'organisation_id as organisation'])
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .orderBy('organisation_id')
    .execute();
  const duties = [];
  for (const { role, organisation } of rows) {
    if (!isRole(role)) throw new Error(`an appointment with an unknown role: ${role}`);
    await lockOrganisation(work, organisation);
    const others = await othersInRole(work, { organisation, role, but: account }, day);
    duties.push({ role, others });
  }
  return duties;
}
