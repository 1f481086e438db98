import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { Program } from '@fuchi/policy/assess/program';
import type { Application } from '@fuchi/record-application/application-store';
import type { ApplicationContent } from '@fuchi/record-application/contract-content';
import { statementPapersOf } from '@fuchi/record-application/contract-statement';
import { statementsOf } from './statement-store.ts';

type ContentPaper = ApplicationContent['papers'][number];

/**
 * What the recommender whom the application names has stated, as papers of the line: the sealed scans, bound and
 * listed like those the applicant hands in. Their ids begin with `statement-`, so that none meets an upload's.
 */
export async function statementPapers(
  db: Database | Work,
  program: Program,
  { id, recommender }: Application,
): Promise<readonly ContentPaper[]> {
  const asked = statementPapersOf(program);
  if (recommender === null || asked.size === 0) return [];
  const all = await statementsOf(db, id);
  return [...asked].flatMap(([paper, kind]) =>
    all.flatMap((one): readonly ContentPaper[] => {
      const { scan } = one;
      if (one.kind !== kind || one.state !== 'given' || one.recommender !== recommender || !scan) {
        return [];
      }
      return [{ id: `statement-${one.id}`, paper, ...scan, pages: null }];
    }),
  );
}
