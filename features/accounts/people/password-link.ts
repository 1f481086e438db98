import { isPersonInScope } from '@fuchi/record-organisation/people-store';
import { accountById } from '@fuchi/record-person/account-store';
import { createLink, LINK_HOURS } from '@fuchi/record-person/one-time-link-store';
import { isRole } from '@fuchi/workflow/role';
import type { AccountsContext } from '../accounts-context.ts';
import type { Changing } from './changing.ts';
import { mayMakeLink } from './leaving.ts';
import { bringLink } from './one-time-letter.ts';

/** For somebody who lost his password: a link that sets another. A second factor he has is still asked for. */
export async function makePasswordLink(
  changing: Changing,
  context: Pick<AccountsContext, 'box' | 'settings'>,
  account: string,
): Promise<{ readonly link: string | null; readonly sentTo: string | null }> {
  const { work, record, actor, scope, now, machine, refuse } = changing;
  const found = await accountById(work, account);
  if (!found?.active || !(await isPersonInScope(work, scope, account)))
    return refuse({ code: 'no-such' });
  const rows = await work
    .selectFrom('appointment')
    .select(['role', 'organisation_id as organisation'])
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .execute();
  const duties = rows.flatMap(({ role, organisation }) =>
    isRole(role) ? [{ role, organisation }] : [],
  );
  if (!mayMakeLink(scope, account === actor.account, duties)) return refuse({ code: 'no-such' });
  const { email, name } = found;
  const target = { purpose: 'password', account, by: actor.account } as const;
  const secret = await createLink(work, { ...target, ...(email && { email }) }, machine);
  await record({
    subject: { kind: 'account', id: account },
    kind: 'password-link-made',
    after: { byLetter: email !== undefined },
  });
  const title = '设置扶持系统的密码';
  return bringLink(
    work,
    context,
    { to: email, title, text: (url) => letter(name, url), secret },
    now,
  );
}

function letter(name: string, url: string): string {
  return [
    `${name}，您好：`,
    '',
    `管理员为您的账号做了设置密码的链接。请在${LINK_HOURS.password}小时内打开，设置新密码，链接只能用一次：`,
    '',
    url,
    '',
    '如果您没有要求，请联系管理员。请不要把链接转发给任何人。',
  ].join('\n');
}
