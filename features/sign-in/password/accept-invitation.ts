import { localDay } from '@fuchi/platform-server/clock/local-day';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import { BY_PROGRAM } from '@fuchi/record-event/event';
import type { AppointmentRefused } from '@fuchi/record-person/appointment';
import { appoint } from '@fuchi/record-person/appointment-store';
import { succeed } from '@fuchi/record-person/attempt-store';
import { findLink, useLink } from '@fuchi/record-person/one-time-link-store';
import { ROLES } from '@fuchi/workflow/role';
import { DUTY_REFUSED, LINK_GONE } from '../refusal.ts';
import { type Asked, provenAccount } from '../session/sign-in.ts';
import type { SignInContext } from '../sign-in-context.ts';

/**
 * Somebody who has an account takes the duty an invitation holds free: he proves that it is his, as signing in does, and
 * has one account for all he does. Acting asks for his second factor, as ever.
 * @throws HttpFault link-gone, wrong-sign-in, wait-first, duty-refused; the link opens as before then
 */
export async function acceptInvitation(
  context: SignInContext,
  { link, ...who }: { readonly link: string; readonly login: string; readonly password: string },
  asked: Asked,
): Promise<void> {
  const { db, moment } = context;
  const { machine, now } = moment();
  const target = await findLink(db, link, machine);
  if (target?.purpose !== 'invite') throw new HttpFault(LINK_GONE);
  const { account, tried } = await provenAccount(context, who, asked);
  const by = { ...BY_PROGRAM, account, address: asked.address };
  const done = await changeOrRefuse<void, AppointmentRefused | { readonly code: 'gone' }>(
    db,
    by,
    now,
    async (work, record, refuse) => {
      const used = await useLink(work, link, machine);
      const { organisation, role, lines = [], until } = used ?? {};
      if (organisation === undefined || role === undefined) return refuse({ code: 'gone' });
      const from = localDay(now);
      const duty = { account, organisation, role, lines, from, until };
      const given = await appoint(work, record, duty);
      if ('refused' in given) refuse(given.refused);
      await succeed(work, tried);
    },
  );
  if (!done.ok) throw refusedDuty(done.refused);
}

function refusedDuty(refused: AppointmentRefused | { readonly code: 'gone' }): HttpFault {
  switch (refused.code) {
    case 'held-already':
      return new HttpFault(DUTY_REFUSED, {
        zh: '这个账号已经担任这个岗位，不用再接受',
        en: 'This account holds the duty already',
      });
    case 'two-people':
      return new HttpFault(DUTY_REFUSED, {
        zh: `这个账号已是${ROLES[refused.held].name}，不能再任${ROLES[refused.role].name}：这两个岗位必须由不同的人担任`,
        en: 'These two duties must be held by two people',
      });
    default:
      return new HttpFault(LINK_GONE);
  }
}
