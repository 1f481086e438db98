import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { Recorder } from '@fuchi/record-event/change';
import { createLink } from '@fuchi/record-person/one-time-link-store';
import { isRole, type Role } from '@fuchi/workflow/role';
import type { UnitScope } from './unit-scope.ts';

/** Somebody without an account is asked to take a duty. */
export interface AskedInvitation {
  readonly organisation: string;
  readonly role: Role;
  readonly name: string;
  /** Where the link is sent; without it whoever invites hands the link on. */
  readonly email: string | undefined;
  readonly lines: readonly string[];
  /** The duty's last day: 2022-12-31. */
  readonly until: string | undefined;
  /** The account that invites. */
  readonly by: string;
}

/** @returns the secret of the link that takes the invitation up, which is kept nowhere */
export async function invite(
  work: Work,
  record: Recorder,
  asked: AskedInvitation,
  machine: Date,
): Promise<string> {
  const { organisation, role, name, email, lines, until, by } = asked;
  const secret = await createLink(
    work,
    {
      purpose: 'invite',
      organisation,
      role,
      name,
      lines,
      by,
      ...(email !== undefined && { email }),
      ...(until !== undefined && { until }),
    },
    machine,
  );
  await record({
    subject: { kind: 'organisation', id: organisation },
    kind: 'invited',
    after: { role, name, lines, until, byLetter: email !== undefined },
  });
  return secret;
}

export interface Invitation {
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  /** In full: whoever replies masks it. */
  readonly email: string | undefined;
  readonly expiresAt: Date;
}

/** Invitations to a unit that can still be taken up, the newest first; none where it lies outside the scope. */
export async function invitationsOf(
  db: Database | Work,
  scope: UnitScope,
  organisation: string,
  machine: Date,
): Promise<readonly Invitation[]> {
  let query = db
    .selectFrom('one_time_link')
    .select(['id', 'role', 'name', 'email', 'expires_at as expiresAt'])
    .where('purpose', '=', 'invite')
    .where('organisation_id', '=', organisation)
    .where('used_at', 'is', null)
    .where('expires_at', '>', machine);
  if (scope.organisation !== undefined) {
    query = query.where('organisation_id', '=', scope.organisation);
  }
  const rows = await query.orderBy('id', 'desc').limit(MOST).execute();
  return rows.flatMap(({ id, role, name, email, expiresAt }) =>
    role !== null && isRole(role)
      ? [{ id, role, name: name ?? '', email: email ?? undefined, expiresAt }]
      : [],
  );
}

const MOST = 500;

/** Takes an invitation back, of a unit and a role within the scope. @returns its unit; undefined where there is none */
export async function withdrawInvitation(
  work: Work,
  record: Recorder,
  { organisation, roles }: UnitScope,
  id: string,
  machine: Date,
): Promise<string | undefined> {
  if (roles.length === 0) return undefined;
  let update = work
    .updateTable('one_time_link')
    .set({ used_at: machine })
    .where('id', '=', id)
    .where('purpose', '=', 'invite')
    .where('role', 'in', roles)
    .where('used_at', 'is', null);
  if (organisation !== undefined) update = update.where('organisation_id', '=', organisation);
  const taken = await update.returning(['organisation_id', 'role', 'name']).executeTakeFirst();
  if (!taken?.organisation_id) return undefined;
  await record({
    subject: { kind: 'organisation', id: taken.organisation_id },
    kind: 'invitation-withdrawn',
    before: { role: taken.role, name: taken.name },
  });
  return taken.organisation_id;
}
