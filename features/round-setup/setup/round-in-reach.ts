import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import type { Actor } from '@fuchi/record-person/actor';
import type { Round } from '@fuchi/record-round/round';
import { roundRecommenders } from '@fuchi/record-round/round-recommender-store';
import { allRounds, roundById } from '@fuchi/record-round/round-store';
import { lockRound } from '@fuchi/record-round/round-write';
import { readableStates } from '../readers.ts';
import type { RoundContent } from '../sheet/round-sheet.ts';

/** Rounds somebody may look at, the newest first. */
export function roundsInReach(db: Database, { role }: Actor): Promise<readonly Round[]> {
  return allRounds(db, readableStates(role));
}

/** @throws HttpFault no-such for a round he may not see, as for none at all */
export async function roundInReach(db: Database, { role }: Actor, id: string): Promise<Round> {
  const round = await roundById(db, id, readableStates(role));
  if (!round) throw new HttpFault(NO_SUCH);
  return round;
}

/** As `roundInReach`, locked until the transaction ends. @returns undefined where there is none */
export async function lockInReach(
  work: Work,
  { role }: Actor,
  id: string,
): Promise<Round | undefined> {
  const round = await lockRound(work, id);
  return round && readableStates(role).includes(round.state) ? round : undefined;
}

/** What is set of a round, as a change takes it. */
export async function contentOf(db: Database | Work, round: Round): Promise<RoundContent> {
  const recommenders = await roundRecommenders(db, round.id);
  return {
    name: round.name,
    guide: round.guide,
    settings: round.settings,
    recommenders: recommenders.map(({ organisation, territory, through }) => ({
      organisation,
      territory,
      through,
    })),
  };
}
