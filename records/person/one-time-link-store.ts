import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { isSecret, newSecret, secretDigest } from '@fuchi/platform-server/secret-text';
import { isRole, type Role } from '@fuchi/workflow/role';

/** What a link is for, and how many hours it lasts [usual]. */
export const LINK_HOURS = {
  invite: 7 * 24,
  password: 1,
  'first-administrator': 24,
  email: 24,
} as const;
export type LinkPurpose = keyof typeof LINK_HOURS;

/**
 * What a link opens: an account that is there, or a place in an organisation for which an account is made when the link
 * is used.
 */
export interface LinkTarget {
  readonly purpose: LinkPurpose;
  readonly account?: string;
  readonly organisation?: string;
  readonly role?: Role;
  readonly email?: string;
  /** Who is invited, as whoever invites knows him. */
  readonly name?: string;
  /** Of the duty that waits: the lines it is limited to, and its last day. */
  readonly lines?: readonly string[];
  readonly until?: string;
}

/** The path of the page that uses a link. The secret stands behind `#`, which browsers send nowhere. */
export function linkPath(secret: string): string {
  return `/sign-in/new-password#${secret}`;
}

/** As `linkPath`, of the page that confirms an e-mail address. */
export function emailLinkPath(secret: string): string {
  return `/sign-in/confirm-email#${secret}`;
}

/** @returns the secret of the link, which is kept nowhere */
export async function createLink(
  work: Work,
  target: LinkTarget & { readonly by?: string },
  machine: Date,
): Promise<string> {
  const secret = newSecret();
  await work
    .insertInto('one_time_link')
    .values({
      digest: secretDigest(secret),
      purpose: target.purpose,
      account_id: target.account ?? null,
      organisation_id: target.organisation ?? null,
      role: target.role ?? null,
      email: target.email ?? null,
      name: target.name ?? null,
      lines: [...(target.lines ?? [])],
      valid_until: target.until ?? null,
      created_by: target.by ?? null,
      created_at: machine,
      expires_at: new Date(machine.getTime() + LINK_HOURS[target.purpose] * 3_600_000),
    })
    .execute();
  return secret;
}

/** What a link opens, if it still opens anything. */
export async function findLink(
  db: Database | Work,
  secret: string,
  machine: Date,
): Promise<LinkTarget | undefined> {
  if (!isSecret(secret)) return undefined;
  const row = await db
    .selectFrom('one_time_link')
    .select(COLUMNS)
    .where('digest', '=', secretDigest(secret))
    .where('used_at', 'is', null)
    .where('expires_at', '>', machine)
    .executeTakeFirst();
  return row && targetOf(row);
}

/** Uses a link up: of several who use it at once one gets what it opens. */
export async function useLink(
  work: Work,
  secret: string,
  machine: Date,
): Promise<LinkTarget | undefined> {
  if (!isSecret(secret)) return undefined;
  const row = await work
    .updateTable('one_time_link')
    .set({ used_at: machine })
    .where('digest', '=', secretDigest(secret))
    .where('used_at', 'is', null)
    .where('expires_at', '>', machine)
    .returning(COLUMNS)
    .executeTakeFirst();
  return row && targetOf(row);
}

const COLUMNS = [
  'purpose',
  'account_id',
  'organisation_id',
  'role',
  'email',
  'name',
  'lines',
  'valid_until',
] as const;

function targetOf(row: {
  readonly purpose: string;
  readonly account_id: string | null;
  readonly organisation_id: string | null;
  readonly role: string | null;
  readonly email: string | null;
  readonly name: string | null;
  readonly lines: readonly string[];
  readonly valid_until: string | null;
}): LinkTarget {
  const { purpose, account_id, organisation_id, role, email, name, lines, valid_until } = row;
  if (!isPurpose(purpose)) throw new Error(`a link of unknown purpose: ${purpose}`);
  if (role !== null && !isRole(role)) throw new Error(`a link for an unknown role: ${role}`);
  return {
    purpose,
    ...(account_id !== null && { account: account_id }),
    ...(organisation_id !== null && { organisation: organisation_id }),
    ...(role !== null && { role }),
    ...(email !== null && { email }),
    ...(name !== null && { name }),
    ...(lines.length > 0 && { lines }),
    ...(valid_until !== null && { until: valid_until }),
  };
}

function isPurpose(text: string): text is LinkPurpose {
  return Object.hasOwn(LINK_HOURS, text);
}
