import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { Work } from '@fuchi/platform-server/database/open-database';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import type { Recorder } from '@fuchi/record-event/change';
import { changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import { BY_PROGRAM } from '@fuchi/record-event/event';
import {
  accountById,
  createAccount,
  plainLogin,
  setPassword,
} from '@fuchi/record-person/account-store';
import type { AppointmentRefused } from '@fuchi/record-person/appointment';
import { appoint } from '@fuchi/record-person/appointment-store';
import { succeed } from '@fuchi/record-person/attempt-store';
import { demandGoodPassword } from '@fuchi/record-person/demand-good-password';
import { findLink, type LinkTarget, useLink } from '@fuchi/record-person/one-time-link-store';
import { passwordHash } from '@fuchi/record-person/password-hash';
import { ROLES } from '@fuchi/workflow/role';
import type { LinkView } from '../contract.ts';
import { badField, LINK_GONE } from '../refusal.ts';
import type { SignInContext } from '../sign-in-context.ts';

interface NewPassword {
  readonly link: string;
  readonly password: string;
  /** Of an account that is made now. */
  readonly account: { readonly login: string; readonly name: string } | null;
}

type Refusal = 'link-gone' | 'login-taken' | AppointmentRefused;

/** What a link opens. @throws HttpFault link-gone */
export async function linkView({ db, moment }: SignInContext, link: string): Promise<LinkView> {
  const target = await findLink(db, link, moment().machine);
  if (!target || target.purpose === 'email') throw new HttpFault(LINK_GONE);
  const account = target.account === undefined ? undefined : await accountById(db, target.account);
  if (target.account !== undefined && !account?.active) throw new HttpFault(LINK_GONE);
  const organisation =
    target.organisation === undefined
      ? undefined
      : await db
          .selectFrom('organisation')
          .select('name')
          .where('id', '=', target.organisation)
          .executeTakeFirst();
  return {
    purpose: target.purpose,
    login: account?.login ?? null,
    name: account?.name ?? target.name ?? null,
    organisation: organisation?.name ?? null,
    roleName: target.role ? ROLES[target.role].name : null,
  };
}

/**
 * Sets the password of the account a link is for, or makes the account with its duty.
 * @throws HttpFault link-gone, or bad-input with everything that is wrong
 */
export async function newPassword(
  { db, moment }: SignInContext,
  asked: NewPassword,
  address: string,
): Promise<void> {
  const { machine, now } = moment();
  const target = await findLink(db, asked.link, machine);
  // Who reads the letters of another address hasn't shown that the account is his.
  if (!target || target.purpose === 'email') throw new HttpFault(LINK_GONE);
  const login = await loginFor(db, target, asked);
  demandGoodPassword(asked.password, login, 'password');
  const hash = await passwordHash(asked.password);
  const by = { ...BY_PROGRAM, address };
  const done = await changeOrRefuse<void, Refusal>(db, by, now, async (work, record, refuse) => {
    // Only now, with the password ready, is the link used up: who is slower finds it gone.
    const used = await useLink(work, asked.link, machine);
    if (!used) return refuse('link-gone');
    const account = used.account ?? (await accountFor(work, record, used, asked, now, refuse));
    const found = await accountById(work, account);
    if (!found?.active) return refuse('link-gone');
    await setPassword(work, record, account, hash, { now, machine });
    await succeed(work, `sign-in ${login}`);
  });
  if (done.ok) return;
  if (done.refused === 'login-taken') throw badField([LOGIN_TAKEN]);
  throw new HttpFault(LINK_GONE);
}

const LOGIN_TAKEN = {
  path: 'account.login',
  code: 'login-taken',
  message: '这个账号已经有人用了，请换一个',
  messageEn: 'This login is taken',
};
const LOGIN_MISSING = {
  path: 'account',
  code: 'login-missing',
  message: '请填写账号和姓名',
  messageEn: 'Login and name are missing',
};

async function loginFor(
  db: SignInContext['db'],
  target: LinkTarget,
  asked: NewPassword,
): Promise<string> {
  if (target.account === undefined) {
    if (!asked.account) throw badField([LOGIN_MISSING]);
    return plainLogin(asked.account.login);
  }
  const account = await accountById(db, target.account);
  if (!account?.active) throw new HttpFault(LINK_GONE);
  return account.login;
}

/** An account for the place a link holds free. */
async function accountFor(
  work: Work,
  record: Recorder,
  target: LinkTarget,
  { account }: NewPassword,
  now: Date,
  refuse: (why: Refusal) => never,
): Promise<string> {
  const { organisation, role, email, lines = [], until } = target;
  if (!account || organisation === undefined || role === undefined) return refuse('link-gone');
  const id = await createAccount(work, record, { ...account, ...(email && { email }) }, now);
  if (id === undefined) return refuse('login-taken');
  const given = await appoint(work, record, {
    account: id,
    organisation,
    role,
    lines,
    from: localDay(now),
    until,
  });
  return 'refused' in given ? refuse(given.refused) : id;
}
