import { createHash, randomBytes } from 'node:crypto';
import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { SecretBox } from '@fuchi/platform-server/secret-box';
import type { Recorder } from '@fuchi/record-event/change';
import { base32, newTotpSecret, stepOfCode } from './totp.ts';

const RECOVERY_CODES = 10;
const RECOVERY_BYTES = 10;

export interface SecondFactorState {
  readonly confirmedAt: Date | undefined;
  readonly recoveryCodesLeft: number;
}

export async function secondFactorState(db: Database, account: string): Promise<SecondFactorState> {
  const { confirmedAt } = await db
    .selectFrom('account')
    .select('totp_confirmed_at as confirmedAt')
    .where('id', '=', account)
    .executeTakeFirstOrThrow();
  const { left } = await db
    .selectFrom('recovery_code')
    .select((e) => e.fn.countAll<string>().as('left'))
    .where('account_id', '=', account)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { confirmedAt: confirmedAt ?? undefined, recoveryCodesLeft: Number(left) };
}

/**
 * Begins to set up a second factor: a new secret, which counts once a code of it is told.
 * @returns the secret; undefined where the account has a factor already
 */
export async function startSecondFactor(
  work: Work,
  box: SecretBox,
  account: string,
): Promise<Buffer | undefined> {
  const secret = newTotpSecret();
  const { numUpdatedRows } = await work
    .updateTable('account')
    .set({ totp_secret: box.seal(secret.toString('base64'), purposeOf(account)) })
    .where('id', '=', account)
    .where('totp_confirmed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n ? secret : undefined;
}

/** Ends setting up with a first code. @returns recovery codes, told once; undefined for a wrong code */
export async function confirmSecondFactor(
  work: Work,
  record: Recorder,
  box: SecretBox,
  { account, code }: { readonly account: string; readonly code: string },
  { now, machine }: { readonly now: Date; readonly machine: Date },
): Promise<readonly string[] | undefined> {
  const step = await stepFor(work, box, account, code, machine, 'unconfirmed');
  if (step === undefined) return undefined;
  const { numUpdatedRows } = await work
    .updateTable('account')
    .set({ totp_confirmed_at: now, totp_last_step: String(step) })
    .where('id', '=', account)
    .where('totp_confirmed_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) return undefined;
  await record({ subject: { kind: 'account', id: account }, kind: 'second-factor-set' });
  return newRecoveryCodes(work, record, account);
}

/**
 * Takes a code: of the device, or one for recovery. None is taken twice, also not of two requests at once.
 * @returns which kind it was; undefined for a wrong or used one
 */
export async function takeCode(
  work: Work,
  box: SecretBox,
  { account, code }: { readonly account: string; readonly code: string },
  machine: Date,
): Promise<'device' | 'recovery' | undefined> {
  const typed = code.replaceAll(/[\s-]/g, '').toUpperCase();
  if (!/^\d{6}$/.test(typed)) {
    const { numUpdatedRows } = await work
      .updateTable('recovery_code')
      .set({ used_at: machine })
      .where('account_id', '=', account)
      .where('digest', '=', recoveryDigest(account, typed))
      .where('used_at', 'is', null)
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n ? 'recovery' : undefined;
  }
  const step = await stepFor(work, box, account, typed, machine, 'confirmed');
  if (step === undefined) return undefined;
  const { numUpdatedRows } = await work
    .updateTable('account')
    .set({ totp_last_step: String(step) })
    .where('id', '=', account)
    .where((w) => w.or([w('totp_last_step', 'is', null), w('totp_last_step', '<', String(step))]))
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n ? 'device' : undefined;
}

/** Ten new codes; those before don't count any more. */
export async function newRecoveryCodes(
  work: Work,
  record: Recorder,
  account: string,
): Promise<readonly string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => base32(randomBytes(RECOVERY_BYTES)));
  await work.deleteFrom('recovery_code').where('account_id', '=', account).execute();
  await work
    .insertInto('recovery_code')
    .values(codes.map((code) => ({ account_id: account, digest: recoveryDigest(account, code) })))
    .execute();
  await record({ subject: { kind: 'account', id: account }, kind: 'recovery-codes-made' });
  return codes.map((code) => code.replaceAll(/(.{4})(?=.)/g, '$1-'));
}

/** Takes the factor away: of somebody who wants another device, or by an administrator for one who lost it. */
export async function removeSecondFactor(
  work: Work,
  record: Recorder,
  account: string,
): Promise<void> {
  await work
    .updateTable('account')
    .set({ totp_secret: null, totp_confirmed_at: null, totp_last_step: null })
    .where('id', '=', account)
    .execute();
  await work.deleteFrom('recovery_code').where('account_id', '=', account).execute();
  await record({ subject: { kind: 'account', id: account }, kind: 'second-factor-removed' });
}

async function stepFor(
  work: Work,
  box: SecretBox,
  account: string,
  code: string,
  machine: Date,
  state: 'confirmed' | 'unconfirmed',
): Promise<number | undefined> {
  const row = await work
    .selectFrom('account')
    .select(['totp_secret', 'totp_confirmed_at'])
    .where('id', '=', account)
    .executeTakeFirst();
  if (!row?.totp_secret || (row.totp_confirmed_at !== null) !== (state === 'confirmed')) {
    return undefined;
  }
  const secret = Buffer.from(box.open(row.totp_secret, purposeOf(account)), 'base64');
  return stepOfCode(secret, code, machine);
}

function purposeOf(account: string): string {
  return `second factor of account ${account}`;
}

/** 80 random bits: a digest is enough. */
function recoveryDigest(account: string, code: string): string {
  return createHash('sha256').update(`${account} ${code}`, 'utf8').digest('hex');
}
