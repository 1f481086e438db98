import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { sql } from 'kysely';
import { roundSettings } from './contract.ts';
import type { Round } from './round.ts';
import { ROUND_STATES, type RoundState } from './round-workflow.ts';

const MOST = 200;

/** Rounds that are published and not closed, the newest first. Whether a line is open now its clocks say. */
export async function openRounds(db: Database | Work): Promise<readonly Round[]> {
  const rows = await rounds(db).where('state', '=', 'open').orderBy('id', 'desc').execute();
  return rows.map(roundOf);
}

/** All rounds in some states, the newest first. */
export async function allRounds(
  db: Database | Work,
  states: readonly RoundState[] = ROUND_STATES,
): Promise<readonly Round[]> {
  const rows = await rounds(db)
    .where('state', 'in', states)
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute();
  return rows.map(roundOf);
}

/** A round, if it is in one of some states. */
export async function roundById(
  db: Database | Work,
  id: string,
  states: readonly RoundState[] = ROUND_STATES,
): Promise<Round | undefined> {
  const row = await rounds(db).where('id', '=', id).where('state', 'in', states).executeTakeFirst();
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
      sql<unknown>`settings`.as('settings'),
      'revision',
      'created_at',
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
    createdAt: row.created_at,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
  };
}
