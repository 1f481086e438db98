import { localDay } from '@fuchi/platform-server/clock/local-day';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { change } from '@fuchi/record-event/change';
import { BY_PROGRAM } from '@fuchi/record-event/event';
import { accountByLogin, plainLogin } from '@fuchi/record-person/account-store';
import { noteFailure } from '@fuchi/record-person/attempt-failure';
import { beginAttempt, succeed } from '@fuchi/record-person/attempt-store';
import { waitFirst } from '@fuchi/record-person/demand-password';
import { type DutyChoice, dutiesOf } from '@fuchi/record-person/duty-store';
import { isPassword } from '@fuchi/record-person/password-hash';
import { endSessions, findSession, startSession } from '@fuchi/record-person/session-store';
import { WRONG_SIGN_IN } from '../refusal.ts';
import type { SignInContext } from '../sign-in-context.ts';
import { waitSince } from './wait-since.ts';

export interface Asked {
  /** Where the request comes from, and whom tries count against. */
  readonly address: string;
  readonly client: string;
  readonly device: string;
  /** The cookie that came along. It is never used on: who planted it doesn't get the session. */
  readonly oldCookie: string | undefined;
}

/** Whatever is wrong, the answer comes no sooner. */
const REFUSED_AFTER = 500;

/**
 * Signs in by login and password.
 * @returns the cookie of a new session
 * @throws HttpFault wrong-sign-in, or wait-first without having looked at anything
 */
export async function signIn(
  context: SignInContext,
  who: { readonly login: string; readonly password: string },
  asked: Asked,
): Promise<string> {
  const { account, tried } = await provenAccount(context, who, asked);
  return openSession(context, account, asked, { kind: 'signed-in', tried });
}

/**
 * Whose account login and password are. The try counts until `succeed(work, tried)` takes it back.
 * @throws HttpFault as `signIn`
 */
export async function provenAccount(
  { db, moment }: SignInContext,
  { login, password }: { readonly login: string; readonly password: string },
  asked: Asked,
): Promise<{ readonly account: string; readonly tried: string }> {
  const tried = `sign-in ${plainLogin(login)}`;
  const begun = await beginAttempt(db, { tried, address: asked.client }, moment().machine);
  if (!begun.ok) throw waitFirst(begun.waitSeconds);
  const started = performance.now();
  const account = await accountByLogin(db, login);
  const same = await isPassword(account?.passwordHash, password);
  if (!(same && account?.active)) {
    const { address, client } = asked;
    await noteFailure(
      db,
      { account: account?.id, failures: begun.failures, address, client, kind: 'sign-in-failed' },
      moment().now,
    );
    await waitSince(started, REFUSED_AFTER);
    throw new HttpFault(WRONG_SIGN_IN);
  }
  return { account: account.id, tried };
}

/** Opens a session for an account that proved itself: a new one, whatever came along. */
export async function openSession(
  { db, moment, settings }: SignInContext,
  account: string,
  asked: Asked,
  how: {
    readonly kind: 'signed-in' | 'signed-on';
    readonly tried?: string;
    /** When the second factor was proven, where the single sign-on vouches for it. */
    readonly secondFactorAt?: Date;
  },
): Promise<string> {
  const { machine, now } = moment();
  const before = await findSession(db, asked.oldCookie, machine, settings.session);
  const by = { ...BY_PROGRAM, account, address: asked.address };
  return change(db, by, now, async (work, record) => {
    if (how.tried !== undefined) await succeed(work, how.tried);
    if (before) await endSessions(work, before.account, { only: before.id }, 'replaced', machine);
    const { id, cookie } = await startSession(
      work,
      {
        account,
        address: asked.address,
        device: asked.device,
        ...onlyDuty(await dutiesOf(work, account, localDay(now))),
        ...(how.secondFactorAt && { secondFactorAt: how.secondFactorAt }),
      },
      machine,
    );
    await record({
      subject: { kind: 'account', id: account },
      kind: how.kind,
      after: { session: id },
    });
    return cookie;
  });
}

/** Who has one duty needn't choose it. */
function onlyDuty(duties: readonly DutyChoice[]): { readonly duty?: DutyChoice } {
  const [duty, ...others] = duties;
  return duty && others.length === 0 ? { duty } : {};
}
