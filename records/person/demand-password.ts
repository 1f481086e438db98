import type { Database } from '@fuchi/platform-server/database/open-database';
import { type FaultKind, SIGN_IN_FIRST, TOO_MANY } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { accountById } from './account-store.ts';
import { noteFailure } from './attempt-failure.ts';
import { beginAttempt, succeed } from './attempt-store.ts';
import type { Moment } from './moment.ts';
import { isPassword } from './password-hash.ts';

export const WRONG_PASSWORD: FaultKind = {
  status: 403,
  code: 'wrong-password',
  when: { zh: '当前密码不正确', en: 'The current password is wrong' },
};

/** Too early after failures: nothing was looked at. */
export function waitFirst(seconds: number): HttpFault {
  const time = seconds >= 60 ? `${Math.ceil(seconds / 60)}分钟` : `${seconds}秒`;
  return new HttpFault(
    { ...TOO_MANY, code: 'wait-first' },
    {
      zh: `连续失败次数较多，请${time}后再试`,
      en: `Too many failures; try again in ${seconds} seconds`,
    },
    { retryAfter: seconds },
  );
}

/**
 * Whoever sits at an open session proves once more who he is. Tries count as those of signing in do.
 * @param asked where the request comes from, and whom tries count against (`clientOf`)
 * @throws HttpFault wrong-password, wait-first
 * @example await demandPassword(db, actor.account, body.password, { address, client }, moment());
 */
export async function demandPassword(
  db: Database,
  account: string,
  password: string,
  asked: { readonly address: string; readonly client: string },
  { machine, now }: Moment,
): Promise<void> {
  const found = await accountById(db, account);
  if (!found) throw new HttpFault(SIGN_IN_FIRST);
  const tried = `sign-in ${found.login}`;
  const begun = await beginAttempt(db, { tried, address: asked.client }, machine);
  if (!begun.ok) throw waitFirst(begun.waitSeconds);
  if (!(await isPassword(found.passwordHash, password))) {
    const { failures } = begun;
    const { address, client } = asked;
    await noteFailure(db, { account, failures, address, client, kind: 'sign-in-failed' }, now);
    throw new HttpFault(WRONG_PASSWORD);
  }
  await db.transaction().execute((work) => succeed(work, tried));
}
