import { setTimeout as wait } from 'node:timers/promises';
import { openDatabase } from '@fuchi/platform-server/database/open-database';
import { type Acknowledged, apply, type Pace } from './applicant.ts';
import { startPortalProcess } from './portal-process.ts';
import { type Saturation, saturation } from './saturation.ts';
import { type Applicant, setUp } from './set-up.ts';
import { type Verified, verify } from './verify.ts';

export interface LastTenMinutes {
  readonly applicants: number;
  /** Milliseconds. The first saves after a start, by those who came before the rush. */
  readonly first: Percentiles;
  readonly save: Percentiles;
  readonly upload: Percentiles;
  readonly submit: Percentiles;
  readonly verified: Verified;
  readonly saturation: Saturation;
  /** The same with the program killed three times in the middle. */
  readonly killed: { readonly applicants: number; readonly times: number } & Verified;
}

export interface Percentiles {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

const APPLICANTS = 300;
const KILLED_APPLICANTS = 60;
const EARLY_APPLICANTS = 30;
const KILLS = 3;
const PACE: Pace = { saves: 40, least: 1000, most: 5000 };
/** A portal has been written in for weeks when its last ten minutes come: these fill what a process learns by running. */
const EARLY: Pace = { saves: 15, least: 200, most: 1500 };
/** Short pauses, so that every death finds something under way. */
const HASTE: Pace = { saves: 40, least: 200, most: 1500 };
const FIRST_KILL = 6000;
const BETWEEN_KILLS = 8000;

/**
 * The last ten minutes before a deadline on loopback: so many applicants save, upload and submit, each an address of
 * his own, in a portal some wrote in before; then as many saves as go; then the same with the program killed.
 * @param share of the applicants, for a trial: 0.1 are thirty
 */
export async function lastTenMinutes(share = 1): Promise<LastTenMinutes> {
  const portal = await startPortalProcess();
  const { db, close } = openDatabase(portal.databaseUrl, console.error, 8);
  try {
    const many = Math.ceil(APPLICANTS * share);
    const few = Math.ceil(KILLED_APPLICANTS * share);
    const early = Math.ceil(EARLY_APPLICANTS * share);
    const all = await setUp(db, many + few + early);
    const [calm, struck] = [all.slice(0, many), all.slice(many, many + few)];
    const before = await applyAll(portal.url, all.slice(many + few), EARLY);
    const told = await applyAll(portal.url, calm, PACE);
    const verified = await verify(db, told);
    const saturated = await saturation(portal.url, portal.databaseUrl, calm);
    const [hurried] = await Promise.all([applyAll(portal.url, struck, HASTE), kill(portal)]);
    return {
      applicants: many,
      first: percentiles(before.flatMap(({ took }) => took.save)),
      save: percentiles(told.flatMap(({ took }) => took.save)),
      upload: percentiles(told.flatMap(({ took }) => took.upload)),
      submit: percentiles(told.flatMap(({ took }) => took.submit)),
      verified,
      saturation: saturated,
      killed: { applicants: few, times: KILLS, ...(await verify(db, hurried)) },
    };
  } finally {
    await close();
    await portal.close();
  }
}

function applyAll(
  url: string,
  applicants: readonly Applicant[],
  pace: Pace,
): Promise<readonly Acknowledged[]> {
  return Promise.all(applicants.map((applicant) => apply(url, applicant, pace)));
}

async function kill(portal: { killAndRestart(): Promise<void> }): Promise<void> {
  await wait(FIRST_KILL);
  for (let n = 0; n < KILLS; n += 1) {
    await portal.killAndRestart();
    await wait(BETWEEN_KILLS);
  }
}

function percentiles(times: readonly number[]): Percentiles {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? 0);
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
