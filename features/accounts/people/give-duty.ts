import { lockOrganisation } from '@fuchi/record-organisation/organisation-store';
import { isPersonInScope } from '@fuchi/record-organisation/people-store';
import { accountByLogin } from '@fuchi/record-person/account-store';
import { appoint } from '@fuchi/record-person/appointment-store';
import type { Role } from '@fuchi/workflow/role';
import type { Changing } from './changing.ts';

export interface AskedDuty {
  readonly unit: string;
  readonly role: Role;
  /** Ids of lines; empty for all of the unit's. */
  readonly lines: readonly string[];
  readonly from: string;
  readonly until: string | null;
}

/** Gives a duty to whoever has a login. */
export async function giveDutyByLogin(
  changing: Changing,
  asked: AskedDuty & { readonly login: string },
  knownLines: ReadonlySet<string>,
): Promise<void> {
  const unit = await lockOrganisation(changing.work, asked.unit);
  if (unit?.status !== 'active') return changing.refuse({ code: 'no-such' });
  const account = await accountByLogin(changing.work, asked.login);
  if (!account?.active) return changing.refuse({ code: 'no-login' });
  await giveDuty(changing, account.id, asked, knownLines);
}

/** Gives another duty to somebody who works in the unit already. */
export async function giveDutyToColleague(
  changing: Changing,
  account: string,
  asked: AskedDuty,
  knownLines: ReadonlySet<string>,
): Promise<void> {
  const { work, scope, refuse } = changing;
  if (!(await isPersonInScope(work, scope, account))) return refuse({ code: 'no-such' });
  await giveDuty(changing, account, asked, knownLines);
}

/** What may be given at all: roles of the scope, lines of the guide, days to come. */
export function demandGiveable(
  { scope, day, refuse }: Pick<Changing, 'scope' | 'day' | 'refuse'>,
  { role, lines, until }: Pick<AskedDuty, 'role' | 'lines' | 'until'>,
  knownLines: ReadonlySet<string>,
): void {
  if (!scope.roles.includes(role)) refuse({ code: 'not-here', role });
  const line = lines.find((each) => !knownLines.has(each));
  if (line !== undefined) refuse({ code: 'unknown-line', line });
  if (until !== null && until < day) refuse({ code: 'past' });
}

async function giveDuty(
  changing: Changing,
  account: string,
  asked: AskedDuty,
  knownLines: ReadonlySet<string>,
): Promise<void> {
  const { work, record, refuse } = changing;
  demandGiveable(changing, asked, knownLines);
  const { unit, role, lines, from, until } = asked;
  const given = await appoint(work, record, {
    account,
    organisation: unit,
    role,
    lines,
    from,
    until: until ?? undefined,
  });
  if ('refused' in given) refuse(given.refused);
}
