import { localDay } from '@fuchi/platform-server/clock/local-day';
import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { ApplicationContent } from '@fuchi/record-application/contract-content';
import { type Judged, judgeDraft, programUnder } from '@fuchi/record-application/contract-judge';
import { draftOf } from '@fuchi/record-application/draft-store';
import { papersOf } from '@fuchi/record-application/paper-store';
import { settledFacts } from '@fuchi/record-application/settled-facts';
import type { Regions } from '@fuchi/values/region';
import type { OpenApplication } from './open-application.ts';
import type { SaidContent } from './prints/read-content.ts';
import { SETTLERS } from './settlers.ts';
import { statementPapers } from './statements/statement-papers.ts';

/** An application with what it says at a moment, judged. */
export interface SaidApplication extends OpenApplication {
  readonly said: SaidContent;
  readonly judged: Judged;
}

interface Said {
  readonly db: Database | Work;
  readonly regions: Regions;
}

/** Everything an application says at this moment, judged: frozen, it is a version. */
export async function saidContent(
  on: Said,
  open: OpenApplication,
  now: Date,
): Promise<SaidContent> {
  return (await saidApplication(on, open, now)).said;
}

/** As `saidContent`, with the judgement itself: what the whole check looks at. */
export async function saidApplication(
  { db, regions }: Said,
  open: OpenApplication,
  now: Date,
): Promise<SaidApplication> {
  const { application, round, guide, terms, organisation } = open;
  const program = programUnder(guide, application.line, terms);
  if (!program) throw new Error(`the guide has no line ${application.line}`);
  const fields = await draftOf(db, application.id);
  const settled = Object.fromEntries(
    (await settledFacts(SETTLERS, db, guide, application, now)).map(({ fact, value }) => [
      fact,
      value,
    ]),
  );
  const asOf = localDay(now);
  const judged = judgeDraft(program, regions, fields, settled, terms, asOf);
  const recommender =
    application.recommender === null
      ? undefined
      : await db
          .selectFrom('organisation')
          .select(['id', 'name'])
          .where('id', '=', application.recommender)
          .executeTakeFirst();
  const said: SaidContent = {
    application: application.id,
    round: { id: round.id, year: round.year, name: round.name },
    terms: {
      clocks: { ...terms.clocks },
      call: [...terms.call],
      otherReadings: [...terms.otherReadings],
    },
    guide: {
      id: guide.guide.id,
      version: guide.guide.version,
      digest: guide.guide.digest,
    },
    line: application.line,
    title: application.title,
    organisation: { id: application.organisation, ...organisation },
    recommender: recommender ?? null,
    fields: Object.fromEntries(fields),
    settled,
    papers: [
      ...(await papersOf(db, application.id)).map(
        ({ addedAt: _at, addedBy: _by, ...paper }) => paper,
      ),
      ...(await statementPapers(db, program, application)),
    ],
    // As it is kept and printed: plain JSON.
    assessment: JSON.parse(JSON.stringify(judged.assessment)) as ApplicationContent['assessment'],
    asOf,
  };
  return { ...open, said, judged };
}
