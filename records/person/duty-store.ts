import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { isOrganisationKind, isRole, type Role } from '@fuchi/workflow/role';
import { sql } from 'kysely';
import type { ActingOrganisation } from './actor.ts';

/** Something an account may act as: an appointment of its own, or one it stands in for. */
export interface Duty {
  readonly appointment: string;
  /** What standing in rests on; undefined for one's own. */
  readonly delegation: string | undefined;
  readonly role: Role;
  readonly organisation: ActingOrganisation;
  readonly lines: readonly string[];
  readonly standsInFor: { readonly account: string; readonly name: string } | undefined;
}

/** One duty among those an account has. */
export interface DutyChoice {
  readonly appointment: string;
  readonly delegation: string | undefined;
}

/**
 * What an account may act as on a day: appointments that are valid then, in organisations that exist, held by people
 * who are active; one's own first.
 * @param day 2022-03-16
 */
export async function dutiesOf(
  db: Database | Work,
  account: string,
  day: string,
): Promise<readonly Duty[]> {
  const rows = await db
    .selectFrom('appointment as a')
    .innerJoin('organisation as o', 'o.id', 'a.organisation_id')
    .innerJoin('account as holder', 'holder.id', 'a.account_id')
    .leftJoin('delegation as d', (join) =>
      join
        .onRef('d.appointment_id', '=', 'a.id')
        .on('d.to_account_id', '=', account)
        .on('d.ended_at', 'is', null)
        .on('d.valid_from', '<=', day)
        .on('d.valid_until', '>=', day),
    )
    .select([
      'a.id as appointment',
      'a.role',
      'a.lines',
      'a.account_id as holder',
      'holder.name as holderName',
      'd.id as delegation',
      'o.id',
      'o.kind',
      'o.name',
      'o.territory',
      'o.level',
      'o.department',
    ])
    // By index either way: a whole pass over the appointments would be asked with every request.
    .where((w) =>
      w.or([
        w('a.account_id', '=', account),
        w(
          'a.id',
          '=',
          sql<string>`any(array(select appointment_id from delegation where to_account_id = ${account}))`,
        ),
      ]),
    )
    .where((w) => w.or([w('a.account_id', '=', account), w('d.id', 'is not', null)]))
    .where('a.ended_at', 'is', null)
    .where('a.valid_from', '<=', day)
    .where((w) => w.or([w('a.valid_until', 'is', null), w('a.valid_until', '>=', day)]))
    .where('o.status', '=', 'active')
    .where('holder.status', '=', 'active')
    .orderBy('a.id')
    .execute();
  const duties = rows.map((row): Duty => {
    const own = row.holder === account;
    return {
      appointment: row.appointment,
      delegation: own ? undefined : (row.delegation ?? undefined),
      role: roleOf(row.role),
      organisation: organisationOf(row),
      lines: row.lines,
      standsInFor: own ? undefined : { account: row.holder, name: row.holderName },
    };
  });
  return [...duties.filter((d) => !d.standsInFor), ...duties.filter((d) => d.standsInFor)];
}

/** The duty that is meant, if it is one of them. */
export function chosenDuty(duties: readonly Duty[], choice: DutyChoice): Duty | undefined {
  return duties.find(
    (d) => d.appointment === choice.appointment && d.delegation === choice.delegation,
  );
}

export interface Colleague {
  readonly account: string;
  readonly name: string;
  readonly role: Role;
}

/** Who else has a duty in an organisation on a day, by name; each once. */
export async function colleaguesOf(
  db: Database,
  account: string,
  organisation: string,
  day: string,
): Promise<readonly Colleague[]> {
  const rows = await db
    .selectFrom('appointment as a')
    .innerJoin('account as other', 'other.id', 'a.account_id')
    .select(['other.id as account', 'other.name', 'a.role'])
    .distinctOn('other.id')
    .where('a.organisation_id', '=', organisation)
    .where('a.account_id', '<>', account)
    .where('a.ended_at', 'is', null)
    .where('a.valid_from', '<=', day)
    .where((w) => w.or([w('a.valid_until', 'is', null), w('a.valid_until', '>=', day)]))
    .where('other.status', '=', 'active')
    .orderBy('other.id')
    .limit(500)
    .execute();
  const collator = new Intl.Collator('zh-CN');
  return rows
    .map(({ role, ...row }) => ({ ...row, role: roleOf(role) }))
    .sort((a, b) => collator.compare(a.name, b.name));
}

function organisationOf(row: {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly territory: string | null;
  readonly level: string | null;
  readonly department: string | null;
}): ActingOrganisation {
  const { id, kind, name, territory, level, department } = row;
  if (!isOrganisationKind(kind)) throw new Error(`an organisation of unknown kind: ${kind}`);
  return {
    id,
    kind,
    name,
    territory,
    level: level === 'province' || level === 'city' || level === 'county' ? level : null,
    department: department === '工信' || department === '财政' ? department : null,
  };
}

function roleOf(text: string): Role {
  if (!isRole(text)) throw new Error(`an appointment with an unknown role: ${text}`);
  return text;
}
