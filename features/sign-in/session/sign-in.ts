import { localDay } from '@fuchi/platform-server/clock/local-day';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { change } from '@fuchi/record-event/change';
import { BY_PROGRAM, type NewEvent } from '@fuchi/record-event/event';
import { accountByLogin, plainLogin } from '@fuchi/record-person/account-store';
import { type DutyChoice, dutiesOf } from '@fuchi/record-person/duty-store';
import { isPassword } from '@fuchi/record-person/password-hash';
import { endSessions, findSession, startSession } from '@fuchi/record-person/session-store';
import { beginAttempt, succeed } from '../attempt/attempt-store.ts';
import { ADDRESS_PACE, LOGIN_PACE, waitAfter } from '../attempt/pace.ts';
import { WRONG_SIGN_IN, waitFirst } from '../refusal.ts';
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
  { login, password }: { readonly login: string; readonly password: string },
  asked: Asked,
): Promise<string> {
  const { db, moment } = context;
  const tried = `sign-in ${plainLogin(login)}`;
  const begun = await beginAttempt(db, { tried, address: asked.client }, moment().machine);
  if (!begun.ok) throw waitFirst(begun.waitSeconds);
  const started = performance.now();
  const account = await accountByLogin(db, login);
  const same = await isPassword(account?.passwordHash, password);
  if (!(same && account?.active)) {
    await noteFailure(context, account?.id, begun.failures, asked);
    await waitSince(started, REFUSED_AFTER);
    throw new HttpFault(WRONG_SIGN_IN);
  }
  return openSession(context, account.id, asked, { kind: 'signed-in', tried });
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

/** Writes a failure down where it concerns somebody, and once when an address begins to be slowed down. */
export async function noteFailure(
  { db, moment }: SignInContext,
  account: string | undefined,
  failures: { readonly tried: number; readonly address: number },
  asked: Pick<Asked, 'address' | 'client'>,
  kind: 'sign-in-failed' | 'second-factor-failed' = 'sign-in-failed',
): Promise<void> {
  const events: NewEvent[] = [];
  if (account !== undefined) {
    const waitSeconds = waitAfter(LOGIN_PACE, failures.tried);
    events.push({
      subject: { kind: 'account', id: account },
      kind,
      after: { failures: failures.tried, waitSeconds },
    });
  }
  if (failures.address === ADDRESS_PACE.free) {
    events.push({
      subject: { kind: 'system', id: 'sign-in' },
      kind: 'address-slowed',
      after: { address: asked.client, failures: failures.address },
    });
  }
  if (events.length === 0) return;
  await change(db, { ...BY_PROGRAM, address: asked.address }, moment().now, async (_, record) => {
    for (const event of events) await record(event);
  });
}
