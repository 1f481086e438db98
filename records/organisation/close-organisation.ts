import type { Work } from '@fuchi/platform-server/database/open-database';
import type { Recorder } from '@fuchi/record-event/change';
import type { AppointmentRefused } from '@fuchi/record-person/appointment';
import { appoint, endAppointment } from '@fuchi/record-person/appointment-store';
import { isRole, type Role } from '@fuchi/workflow/role';
import type { Organisation } from './organisation.ts';
import { lockOrganisation } from './organisation-store.ts';

/**
 * Closes an organisation: every duty in it ends, what waits for somebody there is void, its credit code is free, its
 * story stays.
 * @returns false where there is none that exists
 */
export async function closeOrganisation(
  work: Work,
  record: Recorder,
  { id, why }: { readonly id: string; readonly why: string },
  now: Date,
): Promise<boolean> {
  const before = await lockOrganisation(work, id);
  if (before?.status !== 'active') return false;
  const duties = await endDuties(work, record, id, now);
  await work.updateTable('organisation').set({ status: 'closed' }).where('id', '=', id).execute();
  await record({
    subject: { kind: 'organisation', id },
    kind: 'organisation-closed',
    before: { status: 'active' },
    after: { why, dutiesEnded: duties.length },
  });
  return true;
}

export interface Merger {
  readonly from: string;
  readonly into: string;
  /** move: who works on applications does so in the other; end: his duty ends. */
  readonly people: 'move' | 'end';
  /** From which day whoever moves acts there: 2022-03-16. */
  readonly day: string;
}

export type MergerRefused = { readonly code: 'not-both-there' };

/**
 * One enterprise goes into another: its credit code is free, its duties end, what it did stays its own and is found
 * through `mergedInto`. An administrator who moves becomes a filler: the other has administrators of its own.
 * @returns how many people moved, or why nothing happened
 */
export async function mergeOrganisation(
  work: Work,
  record: Recorder,
  { from, into, people, day }: Merger,
  now: Date,
): Promise<{ readonly moved: number } | { readonly refused: MergerRefused }> {
  // In one order, whichever goes into which.
  const [first = from, second = into] = [from, into].sort((a, b) => Number(BigInt(a) - BigInt(b)));
  const locked = [await lockOrganisation(work, first), await lockOrganisation(work, second)];
  if (!locked.every(isEnterprise)) return { refused: { code: 'not-both-there' } };
  const duties = await endDuties(work, record, from, now);
  await work
    .updateTable('organisation')
    .set({ status: 'closed', merged_into_id: into })
    .where('id', '=', from)
    .execute();
  let moved = 0;
  for (const { account, role } of people === 'move' ? duties : []) {
    const there = role === 'applicant-admin' ? 'filler' : role;
    const asked = { account, organisation: into, role: there, lines: [], from: day };
    const given = await appoint(work, record, { ...asked, until: undefined });
    if ('id' in given) moved += 1;
    else if (!STAYS_AWAY.includes(given.refused.code)) {
      throw new Error(`${account} cannot move: ${given.refused.code}`);
    }
  }
  await record({
    subject: { kind: 'organisation', id: from },
    kind: 'organisation-merged',
    before: { status: 'active' },
    after: { into, people, dutiesEnded: duties.length, moved },
  });
  await record({
    subject: { kind: 'organisation', id: into },
    kind: 'organisation-joined',
    after: { from, people, moved },
  });
  return { moved };
}

/** Who works there already, can't sign in any more, or may not hold such a duty: no reason to hold the others up. */
const STAYS_AWAY: readonly AppointmentRefused['code'][] = [
  'held-already',
  'no-account',
  'two-people',
];

function isEnterprise(organisation: Organisation | undefined): boolean {
  return organisation?.status === 'active' && organisation.kind === 'applicant';
}

interface EndedDuty {
  readonly account: string;
  readonly role: Role;
}

/** Ends every duty in an organisation and takes back what invitations wait for it. */
async function endDuties(
  work: Work,
  record: Recorder,
  organisation: string,
  now: Date,
): Promise<readonly EndedDuty[]> {
  await work
    .updateTable('one_time_link')
    .set({ used_at: now })
    .where('organisation_id', '=', organisation)
    .where('used_at', 'is', null)
    .execute();
  const rows = await work
    .selectFrom('appointment')
    .select(['id', 'account_id', 'role'])
    .where('organisation_id', '=', organisation)
    .where('ended_at', 'is', null)
    .orderBy('id')
    .execute();
  for (const { id } of rows) await endAppointment(work, record, id, now);
  return rows.flatMap(({ account_id, role }) =>
    isRole(role) ? [{ account: account_id, role }] : [],
  );
}
