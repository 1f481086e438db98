import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { organisationByCode } from '@fuchi/record-organisation/organisation-store';

/** Who has a credit code, or asks for it. */
export interface Claim {
  /** The unit that has it. */
  readonly unit: ClaimedUnit | undefined;
  /** Where somebody else's registration of it waits. */
  readonly waitingAt: string | undefined;
}

export interface ClaimedUnit {
  readonly id: string;
  readonly name: string;
  readonly territory: string | undefined;
  /** Its administrators' names, in full. */
  readonly administrators: readonly string[];
}

/** @param but the account whose own registration doesn't count */
export async function claimOn(
  db: Database | Work,
  creditCode: string,
  but: string,
): Promise<Claim> {
  const unit = await organisationByCode(db, creditCode);
  const waiting = await db
    .selectFrom('registration as r')
    .innerJoin('organisation as o', 'o.id', 'r.recommender_id')
    .select('o.name')
    .where('r.credit_code', '=', creditCode)
    .where('r.state', 'in', ['submitted', 'returned'])
    .where('r.account_id', '<>', but)
    .executeTakeFirst();
  return {
    unit: unit && {
      id: unit.id,
      name: unit.name,
      territory: unit.territory,
      administrators: await administratorsOf(db, unit.id),
    },
    waitingAt: waiting?.name,
  };
}

/** Names of those who administer an enterprise. */
export async function administratorsOf(
  db: Database | Work,
  organisation: string,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('appointment as a')
    .innerJoin('account', 'account.id', 'a.account_id')
    .select('account.name')
    .where('a.organisation_id', '=', organisation)
    .where('a.role', '=', 'applicant-admin')
    .where('a.ended_at', 'is', null)
    .where('account.status', '=', 'active')
    .orderBy('a.id')
    .limit(20)
    .execute();
  return rows.map(({ name }) => name);
}

/** Enough to ask the right colleague. @example surnameOnly('张晓明') // '张**' */
export function surnameOnly(name: string): string {
  const [first = '', ...rest] = [...name];
  return first + '*'.repeat(Math.min(rest.length, 2));
}
