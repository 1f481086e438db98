import { letterPlace } from '@fuchi/platform-server/mail/letter-place';
import { postLetter } from '@fuchi/platform-server/mail/outbox';
import { change } from '@fuchi/record-event/change';
import { BY_PROGRAM } from '@fuchi/record-event/event';
import { accountByLogin, plainLogin } from '@fuchi/record-person/account-store';
import { beginAttempt } from '@fuchi/record-person/attempt-store';
import { waitFirst } from '@fuchi/record-person/demand-password';
import { createLink, linkPath } from '@fuchi/record-person/one-time-link-store';
import type { Asked } from '../session/sign-in.ts';
import { waitSince } from '../session/wait-since.ts';
import type { SignInContext } from '../sign-in-context.ts';

const ANSWERED_AFTER = 500;

/**
 * Sends whoever forgot a password a link, if the account is there, is active and has an e-mail address. The answer is
 * the same in every case, and takes as long.
 * @throws HttpFault wait-first
 */
export async function forgottenPassword(
  context: SignInContext,
  login: string,
  asked: Pick<Asked, 'address' | 'client'>,
): Promise<void> {
  const { db, box, moment, settings } = context;
  const { machine, now } = moment();
  const tried = `forgotten ${plainLogin(login)}`;
  const begun = await beginAttempt(db, { tried, address: asked.client }, machine);
  if (!begun.ok) throw waitFirst(begun.waitSeconds);
  const started = performance.now();
  const account = await accountByLogin(db, login);
  const base = letterPlace(settings);
  if (account?.active && account.email !== undefined && base !== undefined) {
    const { id, email, name } = account;
    await change(db, { ...BY_PROGRAM, address: asked.address }, now, async (work, record) => {
      const secret = await createLink(work, { purpose: 'password', account: id, email }, machine);
      const text = letterText(name, `${base}${linkPath(secret)}`);
      await postLetter(work, box, { to: email, title: '重置扶持系统的密码', text }, now);
      await record({ subject: { kind: 'account', id }, kind: 'password-link-sent' });
    });
  }
  await waitSince(started, ANSWERED_AFTER);
}

function letterText(name: string, url: string): string {
  return [
    `${name}，您好：`,
    '',
    '有人为您的账号申请重置密码。如果是您本人，请在1小时内打开下面的链接设置新密码，链接只能用一次：',
    '',
    url,
    '',
    '如果不是您本人，不必理会，您的密码没有变化。请不要把链接转发给任何人。',
  ].join('\n');
}
