import { HttpFault } from '@fuchi/platform-server/http-fault';
import { letterPlace } from '@fuchi/platform-server/mail/letter-place';
import { postLetter } from '@fuchi/platform-server/mail/outbox';
import { change } from '@fuchi/record-event/change';
import { changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import { BY_PROGRAM } from '@fuchi/record-event/event';
import { maskedEmail, maskedPhone } from '@fuchi/record-person/masked';
import {
  createLink,
  emailLinkPath,
  LINK_HOURS,
  useLink,
} from '@fuchi/record-person/one-time-link-store';
import { LINK_GONE, NO_LETTERS } from '../refusal.ts';
import type { AtSession } from '../session/session-of.ts';
import type { SignInContext } from '../sign-in-context.ts';

/** Another telephone number, at once. It stands in the trail masked. */
export async function changePhone(
  { db }: SignInContext,
  { session: { account: id }, by, moment }: AtSession,
  phone: string,
): Promise<void> {
  await change(db, by, moment.now, async (work, record) => {
    const before = await work
      .selectFrom('account')
      .select('phone')
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    await work.updateTable('account').set({ phone }).where('id', '=', id).execute();
    await record({
      subject: { kind: 'account', id },
      kind: 'phone-changed',
      before: { phone: before.phone === null ? null : maskedPhone(before.phone) },
      after: { phone: maskedPhone(phone) },
    });
  });
}

/**
 * Asks for another e-mail address: it counts once the link in a letter to it was opened, so that nobody registers
 * another's, or one that doesn't exist. A link asked for earlier opens nothing any more.
 * @throws HttpFault no-letters
 */
export async function askEmail(
  { db, box, settings }: SignInContext,
  { session: { account: id, name }, by, moment: { machine, now } }: AtSession,
  email: string,
): Promise<void> {
  const base = letterPlace(settings);
  if (base === undefined) throw new HttpFault(NO_LETTERS);
  await change(db, by, now, async (work, record) => {
    await work
      .updateTable('one_time_link')
      .set({ used_at: machine })
      .where('purpose', '=', 'email')
      .where('account_id', '=', id)
      .where('used_at', 'is', null)
      .execute();
    const secret = await createLink(work, { purpose: 'email', account: id, email }, machine);
    const text = [
      `${name}，您好：`,
      '',
      `您要把扶持系统的邮箱改为本邮箱。请在${LINK_HOURS.email}小时内打开下面的链接确认，链接只能用一次：`,
      '',
      `${base}${emailLinkPath(secret)}`,
      '',
      '如果不是您本人，不必理会。',
    ].join('\n');
    await postLetter(work, box, { to: email, title: '请确认您的新邮箱', text }, now);
    await record({
      subject: { kind: 'account', id },
      kind: 'email-asked',
      after: { email: maskedEmail(email) },
    });
  });
}

/**
 * The link in the letter was opened: the address counts. The old one is told, in case somebody else did it.
 * @returns the new address, masked
 * @throws HttpFault link-gone
 */
export async function confirmEmail(
  { db, box, moment, settings }: SignInContext,
  link: string,
  address: string,
): Promise<string> {
  const { machine, now } = moment();
  const by = { ...BY_PROGRAM, address };
  const done = await changeOrRefuse<string, 'gone'>(db, by, now, async (work, record, refuse) => {
    const target = await useLink(work, link, machine);
    if (target?.purpose !== 'email') return refuse('gone');
    const { account: id, email } = target;
    if (id === undefined || email === undefined) return refuse('gone');
    const before = await work
      .selectFrom('account')
      .select(['name', 'email', 'status'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (before.status !== 'active') return refuse('gone');
    await work.updateTable('account').set({ email }).where('id', '=', id).execute();
    const old = before.email;
    await record({
      subject: { kind: 'account', id },
      kind: 'email-changed',
      before: { email: old === null ? null : maskedEmail(old) },
      after: { email: maskedEmail(email) },
    });
    if (old !== null && old !== email && settings.letters !== 'none') {
      const text = [
        `${before.name}，您好：`,
        '',
        `您在扶持系统登记的邮箱已改为${maskedEmail(email)}，本邮箱不再使用。如果不是您本人改的，请马上修改密码，并告诉管理员。`,
      ].join('\n');
      await postLetter(work, box, { to: old, title: '您的邮箱已经更换', text }, now);
    }
    return maskedEmail(email);
  });
  if (!done.ok) throw new HttpFault(LINK_GONE);
  return done.value;
}
