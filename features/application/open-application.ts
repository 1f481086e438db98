import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import { type Application, applicationFor } from '@fuchi/record-application/application-store';
import { submissionClock } from '@fuchi/record-application/submission-clock';
import { guideOf } from '@fuchi/record-guide-version/guide-of';
import type { Actor } from '@fuchi/record-person/actor';
import type { Round } from '@fuchi/record-round/round';
import { type ClockOf, clockOf } from '@fuchi/record-round/round-clock';
import { roundById } from '@fuchi/record-round/round-store';
import { type RoundTerms, roundTerms } from '@fuchi/record-round/round-terms';

/** An application with what it is judged under. */
export interface OpenApplication {
  readonly application: Application;
  readonly round: Round;
  readonly guide: CheckedGuide;
  readonly terms: RoundTerms;
  /** Whose clocks count. */
  readonly clockOf: ClockOf;
  /** Until when it may be submitted. */
  readonly deadline: Date | undefined;
  readonly organisation: {
    readonly name: string;
    readonly creditCode: string | null;
    readonly territory: string | null;
  };
}

/**
 * An application within somebody's reach.
 * @throws HttpFault no-such for any other
 */
export async function openApplication(
  db: Database | Work,
  actor: Actor,
  id: string,
): Promise<OpenApplication> {
  const application = await applicationFor(db, actor, id);
  if (!application) throw new HttpFault(NO_SUCH);
  return withRound(db, application);
}

/** @throws when its round isn't there: a fault of the program */
export async function withRound(
  db: Database | Work,
  application: Application,
): Promise<OpenApplication> {
  const round = await roundById(db, application.round);
  if (!round) throw new Error(`application ${application.id} has no round`);
  const guide = await guideOf(db, application.guide);
  const row = await db
    .selectFrom('organisation')
    .select(['name', 'credit_code', 'territory'])
    .where('id', '=', application.organisation)
    .executeTakeFirstOrThrow();
  const of = { line: application.line, territory: row.territory };
  return {
    application,
    round,
    guide,
    terms: roundTerms(round.settings, guide, of),
    clockOf: of,
    deadline: clockOf(round.settings, await submissionClock(db, application), of),
    organisation: { name: row.name, creditCode: row.credit_code, territory: row.territory },
  };
}
