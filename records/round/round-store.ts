import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { type RoundSettings, roundSettings } from './contract.ts';

export const ROUND_STATES = ['draft', 'signing', 'open', 'closed', 'withdrawn'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

export interface Round {
  readonly id: string;
  readonly year: string;
  readonly name: string;
  /** Digest of the guide version it is run under. */
  readonly guide: string;
  readonly state: RoundState;
  readonly settings: RoundSettings;
  /** Counts changes. */
  readonly revision: number;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
}

/** Rounds that are published and not closed, the newest first. Whether a line is open now its clocks say. */
export async function openRounds(db: Database | Work): Promise<readonly Round[]> {
  const rows = await rounds(db).where('state', '=', 'open').orderBy('id', 'desc').execute();
  return rows.map(roundOf);
}

/** All rounds, the newest first. */
export async function allRounds(db: Database | Work): Promise<readonly Round[]> {
  const rows = await rounds(db).orderBy('id', 'desc').limit(200).execute();
  return rows.map(roundOf);
}

export async function roundById(db: Database | Work, id: string): Promise<Round | undefined> {
  const row = await rounds(db).where('id', '=', id).executeTakeFirst();
  return row && roundOf(row);
}

function rounds(db: Database | Work) {
  return db
    .selectFrom('round')
    .select([
      'id',
      'year',
      'name',
      'guide_digest',
      'state',
      'settings',
      'revision',
      'opened_at',
      'closed_at',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof rounds>['executeTakeFirstOrThrow']>>;

function roundOf(row: Row): Round {
  const state = ROUND_STATES.find((s) => s === row.state);
  if (!state) throw new Error(`unknown state of a round: ${row.state}`);
  return {
    id: row.id,
    year: row.year,
    name: row.name,
    guide: row.guide_digest,
    state,
    settings: roundSettings.parse(row.settings),
    revision: row.revision,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
  };
}
