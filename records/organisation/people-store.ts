import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { isRole, type Role } from '@fuchi/workflow/role';
import type { UnitScope } from './unit-scope.ts';

/** Somebody with a duty in a unit. Telephone and e-mail are in full: whoever replies masks them. */
export interface Person {
  readonly account: string;
  readonly name: string;
  readonly login: string;
  readonly phone: string | undefined;
  readonly email: string | undefined;
  readonly active: boolean;
  readonly duties: readonly PersonDuty[];
}

export interface PersonDuty {
  readonly appointment: string;
  readonly role: Role;
  readonly lines: readonly string[];
  /** Days as 2022-03-16, both count. */
  readonly from: string;
  readonly until: string | undefined;
}

/** Who has a duty in a unit that hasn't been ended, by name. Nobody where the unit lies outside the scope. */
export async function peopleOf(
  db: Database | Work,
  scope: UnitScope,
  organisation: string,
): Promise<readonly Person[]> {
  let query = db
    .selectFrom('appointment as a')
    .innerJoin('account', 'account.id', 'a.account_id')
    .select([
      'account.id as account',
      'account.name',
      'account.login',
      'account.phone',
      'account.email',
      'account.status',
      'a.id as appointment',
      'a.role',
      'a.lines',
      'a.valid_from as from',
      'a.valid_until as until',
    ])
    .where('a.organisation_id', '=', organisation)
    .where('a.ended_at', 'is', null);
  if (scope.organisation !== undefined) {
    query = query.where('a.organisation_id', '=', scope.organisation);
  }
  const people = new Map<string, Person & { duties: PersonDuty[] }>();
  for (const row of await query.orderBy('a.id').limit(MOST).execute()) {
    if (!isRole(row.role)) throw new Error(`an appointment with an unknown role: ${row.role}`);
    const person = people.get(row.account) ?? {
      account: row.account,
      name: row.name,
      login: row.login,
      phone: row.phone ?? undefined,
      email: row.email ?? undefined,
      active: row.status === 'active',
      duties: [],
    };
    const { appointment, role, lines, from, until } = row;
    person.duties.push({ appointment, role, lines, from, until: until ?? undefined });
    people.set(row.account, person);
  }
  const collator = new Intl.Collator('zh-CN');
  return [...people.values()].sort((a, b) => collator.compare(a.name, b.name));
}

/** More than any unit has; an expert pool is the largest. */
const MOST = 5000;

/**
 * Whose a duty is that somebody may set up: one that hasn't been ended, of a role and in a unit of his scope. Locked
 * until the transaction ends.
 */
export async function dutyInScope(
  work: Work,
  { organisation, roles }: UnitScope,
  appointment: string,
): Promise<
  { readonly account: string; readonly organisation: string; readonly role: Role } | undefined
> {
  let query = work
    .selectFrom('appointment')
    .select(['account_id as account', 'organisation_id as organisation', 'role'])
    .where('id', '=', appointment)
    .where('role', 'in', roles)
    .where('ended_at', 'is', null);
  if (organisation !== undefined) query = query.where('organisation_id', '=', organisation);
  if (roles.length === 0) return undefined;
  const row = await query.forUpdate().executeTakeFirst();
  return row && isRole(row.role) ? { ...row, role: row.role } : undefined;
}

/** Whether somebody has a duty in a unit of the scope, or had one where the scope is every unit. */
export async function isPersonInScope(
  work: Database | Work,
  { organisation }: UnitScope,
  account: string,
): Promise<boolean> {
  let query = work.selectFrom('account').select('account.id').where('account.id', '=', account);
  if (organisation !== undefined) {
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('appointment as a')
          .select('a.id')
          .where('a.account_id', '=', account)
          .where('a.organisation_id', '=', organisation)
          .where('a.ended_at', 'is', null),
      ),
    );
  }
  return (await query.executeTakeFirst()) !== undefined;
}

/**
 * How many others hold a role in a unit on a day and can sign in. Whoever asks has locked the unit: two who leave at
 * once see each other.
 */
export async function othersInRole(
  work: Work,
  { organisation, role, but }: { organisation: string; role: Role; but: string },
  day: string,
): Promise<number> {
  const { others } = await work
    .selectFrom('appointment as a')
    .innerJoin('account', 'account.id', 'a.account_id')
    .select((e) => e.fn.count<string>('a.account_id').distinct().as('others'))
    .where('a.organisation_id', '=', organisation)
    .where('a.role', '=', role)
    .where('a.account_id', '<>', but)
    .where('a.ended_at', 'is', null)
    .where('a.valid_from', '<=', day)
    .where((w) => w.or([w('a.valid_until', 'is', null), w('a.valid_until', '>=', day)]))
    .where('account.status', '=', 'active')
    .executeTakeFirstOrThrow();
  return Number(others);
}
