import type { Work } from '@fuchi/platform-server/database/open-database';
import { letterPlace } from '@fuchi/platform-server/mail/letter-place';
import { postLetter } from '@fuchi/platform-server/mail/outbox';
import type { SecretBox } from '@fuchi/platform-server/secret-box';
import type { Recorder } from '@fuchi/record-event/change';
import { accountById, type SignInAccount } from '@fuchi/record-person/account-store';
import { succeed } from '@fuchi/record-person/attempt-store';
import { createLink, LINK_HOURS, linkPath } from '@fuchi/record-person/one-time-link-store';
import { removeSecondFactor } from '@fuchi/record-person/second-factor-store';
import { endSessions } from '@fuchi/record-person/session-store';
import type { AccountsSettings } from '../accounts-context.ts';

export type SecurityRefused =
  | { readonly code: 'no-such' }
  | { readonly code: 'own-account' }
  | { readonly code: 'no-second-factor' }
  | { readonly code: 'no-password' };

/** What an act of the security administrator stands on. */
export interface Securing {
  readonly work: Work;
  readonly record: Recorder;
  /** Who acts. */
  readonly by: string;
  readonly account: string;
  /** Stands in the trail of the account. */
  readonly why: string;
  readonly machine: Date;
  readonly now: Date;
  readonly box: SecretBox;
  readonly settings: AccountsSettings;
  readonly refuse: (why: SecurityRefused) => never;
}

/** Signs somebody out everywhere. @returns what happened, as a sentence */
export async function signOutEverywhere(securing: Securing): Promise<string> {
  const { work, record, account, why, machine } = securing;
  await demandOther(securing);
  const ended = await endSessions(work, account, {}, 'ended-by-administrator', machine);
  await record({
    subject: { kind: 'account', id: account },
    kind: 'signed-out-by-administrator',
    after: { why, sessionsEnded: ended },
  });
  return ended === 0 ? '没有正在进行的登录' : `已退出${ended}处登录`;
}

/** Takes a second factor away whose device was lost; the next sign-in sets another up. */
export async function resetSecondFactor(securing: Securing): Promise<string> {
  const { work, record, account, why, machine, refuse } = securing;
  await demandOther(securing);
  const { confirmed } = await work
    .selectFrom('account')
    .select('totp_confirmed_at as confirmed')
    .where('id', '=', account)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (confirmed === null) return refuse({ code: 'no-second-factor' });
  await removeSecondFactor(work, record, account);
  const ended = await endSessions(work, account, {}, 'ended-by-administrator', machine);
  await record({
    subject: { kind: 'account', id: account },
    kind: 'second-factor-reset',
    after: { why, sessionsEnded: ended },
  });
  return '已重置两步验证，本人下次登录时重新设置';
}

/**
 * Makes a password void that may be known to others. Its owner gets a link by letter, or from who keeps his account:
 * whoever resets second factors mustn't hold links to passwords too.
 */
export async function forcePasswordChange(securing: Securing): Promise<string> {
  const { work, record, account, why, machine, now, box, settings, refuse } = securing;
  const found = await demandOther(securing);
  if (found.passwordHash === undefined) return refuse({ code: 'no-password' });
  await work
    .updateTable('account')
    .set({ password_hash: null, password_set_at: null })
    .where('id', '=', account)
    .execute();
  await work
    .updateTable('one_time_link')
    .set({ used_at: machine })
    .where('account_id', '=', account)
    .where('used_at', 'is', null)
    .execute();
  const ended = await endSessions(work, account, {}, 'password-changed', machine);
  const place = letterPlace(settings);
  const byLetter = place !== undefined && found.email !== undefined;
  if (place !== undefined && found.email !== undefined) {
    const { email, name } = found;
    const secret = await createLink(
      work,
      { purpose: 'password', account, email, by: securing.by },
      machine,
    );
    const text = letterText(name, `${place}${linkPath(secret)}`);
    await postLetter(work, box, { to: email, title: '请重新设置扶持系统的密码', text }, now);
  }
  await record({
    subject: { kind: 'account', id: account },
    kind: 'password-voided',
    after: { why, sessionsEnded: ended, byLetter },
  });
  return byLetter
    ? '原密码已作废，设置新密码的链接已发往本人邮箱'
    : '原密码已作废，请本人向本单位管理员或系统管理员要设置密码的链接';
}

/** Lets somebody who failed too often try again at once. */
export async function releaseSlowed(securing: Securing): Promise<string> {
  const { work, record, account, why } = securing;
  const found = await demandOther(securing);
  await succeed(work, `sign-in ${found.login}`);
  await succeed(work, `second factor ${account}`);
  await record({
    subject: { kind: 'account', id: account },
    kind: 'slowing-lifted',
    after: { why },
  });
  return '已解除，本人可以马上再试';
}

/** Nobody does such things to himself: another security administrator does. */
async function demandOther({ work, by, account, refuse }: Securing): Promise<SignInAccount> {
  const found = await accountById(work, account);
  if (!found) return refuse({ code: 'no-such' });
  if (account === by) return refuse({ code: 'own-account' });
  return found;
}

function letterText(name: string, url: string): string {
  return [
    `${name}，您好：`,
    '',
    `为了安全，安全管理员作废了您原来的密码。请在${LINK_HOURS.password}小时内打开下面的链接设置新密码，链接只能用一次：`,
    '',
    url,
    '',
    '过了时间，可以在登录页点“忘记密码”再要一个。请不要把链接转发给任何人。',
  ].join('\n');
}
