import type { Database } from '@fuchi/platform-server/database/open-database';
import { submissionClock } from '@fuchi/record-application/submission-clock';
import type { Round } from '@fuchi/record-round/round';
import { clockOf } from '@fuchi/record-round/round-clock';
import { roundById } from '@fuchi/record-round/round-store';
import { lastDayOf } from './stated-when.ts';
import type { Statement } from './statement-store.ts';

/** A statement with the clocks that run on it. */
export interface TimedStatement {
  readonly statement: Statement;
  readonly round: Round;
  /** Until when it may be recorded; undefined where the round sets no clock. */
  readonly deadline: Date | undefined;
  /** The last day on which a project may have been accepted. */
  readonly lastDay: string | undefined;
}

/** Each with its clocks; a round is read once, however many hang on it. */
export async function withClocks(
  db: Database,
  statements: readonly Statement[],
): Promise<readonly TimedStatement[]> {
  const rounds = new Map<string, Round>();
  const timed: TimedStatement[] = [];
  for (const statement of statements) {
    const { round: id, line, territory } = statement;
    const round = rounds.get(id) ?? (await roundById(db, id));
    if (!round) throw new Error(`statement ${statement.id} has no round`);
    rounds.set(id, round);
    const of = { line, territory };
    const deadline = clockOf(round.settings, await submissionClock(db, statement), of);
    timed.push({ statement, round, deadline, lastDay: lastDayOf({ round, clockOf: of }) });
  }
  return timed;
}
