import { invite } from '@fuchi/record-organisation/invitation-store';
import { lockOrganisation } from '@fuchi/record-organisation/organisation-store';
import { appointmentRefusal } from '@fuchi/record-person/appointment';
import { LINK_HOURS } from '@fuchi/record-person/one-time-link-store';
import { ROLES } from '@fuchi/workflow/role';
import type { AccountsContext } from '../accounts-context.ts';
import type { InviteBody } from '../contract-people.ts';
import type { Changing } from './changing.ts';
import { demandGiveable } from './give-duty.ts';
import { bringLink } from './one-time-letter.ts';

/** Asks somebody without an account to take a duty in a unit. */
export async function invitePerson(
  changing: Changing,
  context: Pick<AccountsContext, 'box' | 'settings'>,
  { unit, ...asked }: InviteBody & { readonly unit: string },
  knownLines: ReadonlySet<string>,
): Promise<{ readonly link: string | null; readonly sentTo: string | null }> {
  const { work, record, actor, scope, now, machine, day, refuse } = changing;
  const { role, name, lines, until, email } = asked;
  const place = await lockOrganisation(work, unit);
  const isOutside = scope.organisation !== undefined && scope.organisation !== unit;
  if (place?.status !== 'active' || isOutside) return refuse({ code: 'no-such' });
  demandGiveable(changing, asked, knownLines);
  const duty = { role, lines, from: day, until: until ?? undefined };
  const refused = appointmentRefusal(duty, place.kind, []);
  if (refused) return refuse(refused);
  const to = email ?? undefined;
  const secret = await invite(
    work,
    record,
    {
      organisation: unit,
      role,
      name,
      email: to,
      lines,
      until: until ?? undefined,
      by: actor.account,
    },
    machine,
  );
  const title = '邀请您使用扶持系统';
  const text = (url: string) => invitationText({ name, unit: place.name, role, url });
  return bringLink(work, context, { to, title, text, secret }, now);
}

function invitationText(said: {
  readonly name: string;
  readonly unit: string;
  readonly role: keyof typeof ROLES;
  readonly url: string;
}): string {
  return [
    `${said.name}，您好：`,
    '',
    `${said.unit}邀请您担任${ROLES[said.role].name}。请在${LINK_HOURS.invite / 24}天内打开下面的链接，设置自己的账号和密码，链接只能用一次：`,
    '',
    said.url,
    '',
    '如果与您无关，不必理会。请不要把链接转发给任何人。',
  ].join('\n');
}
