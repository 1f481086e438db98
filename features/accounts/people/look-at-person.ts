import { FORBIDDEN, NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { isPersonInScope } from '@fuchi/record-organisation/people-store';
import { unitScope } from '@fuchi/record-organisation/unit-scope';
import type { Actor } from '@fuchi/record-person/actor';
import type { LookBody } from '@fuchi/record-person/contract';
import { look } from '@fuchi/record-person/personal-data';
import type { AccountsContext } from '../accounts-context.ts';

/**
 * Telephone or e-mail of somebody within the scope, in full; that it was seen, by whom and why, stands in his trail.
 * @throws HttpFault no-such, forbidden
 */
export async function lookAtPerson(
  { db, moment }: Pick<AccountsContext, 'db' | 'moment'>,
  actor: Actor,
  account: string,
  { field, why }: LookBody,
): Promise<{ readonly value: string }> {
  const subject = { kind: 'account', id: account } as const;
  const asked = { subject, field, of: account, why };
  const seen = await look(db, actor, moment().now, asked, async (work) => {
    if (field === 'id-number') return undefined;
    if (!(await isPersonInScope(work, unitScope(actor), account))) return undefined;
    const row = await work
      .selectFrom('account')
      .select(['phone', 'email'])
      .where('id', '=', account)
      .executeTakeFirst();
    return row?.[field];
  });
  if (seen.ok) return { value: seen.value };
  throw new HttpFault(seen.refused === 'role' ? FORBIDDEN : NO_SUCH);
}
