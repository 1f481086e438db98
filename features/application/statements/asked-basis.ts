import type { Database } from '@fuchi/platform-server/database/open-database';
import { NO_SUCH } from '@fuchi/platform-server/fault-kind';
import { HttpFault } from '@fuchi/platform-server/http-fault';
import { ownApplication } from '@fuchi/record-application/application-store';
import type { Judged } from '@fuchi/record-application/contract-judge';
import { type StatementKind, statementKindOf } from '@fuchi/record-application/contract-statement';
import { papersOf } from '@fuchi/record-application/paper-store';
import type { Actor } from '@fuchi/record-person/actor';
import type { Regions } from '@fuchi/values/region';
import { withRound } from '../open-application.ts';
import { textPairs } from '../prints/asked-texts.ts';
import { valueWords } from '../prints/value-words.ts';
import { saidApplication } from '../said-content.ts';
import type { AskedBasis } from './contract.ts';
import { type Statement, statementFor } from './statement-store.ts';

/**
 * A statement whose draft its recommender may look into: as long as it waits or stands.
 * @throws HttpFault no-such for any other
 */
export async function shownTo(db: Database, actor: Actor, id: string): Promise<Statement> {
  const statement = await statementFor(db, actor, id);
  if (statement?.state !== 'asked' && statement?.state !== 'given') throw new HttpFault(NO_SUCH);
  return statement;
}

/** What whoever is asked has to know: the project, the facts that hang together with the statement, and the papers. */
export async function basisOf(
  on: { readonly db: Database; readonly regions: Regions },
  { application: id, organisation, kind }: Statement,
  now: Date,
): Promise<AskedBasis> {
  const application = await ownApplication(on.db, organisation, id);
  if (!application) throw new HttpFault(NO_SUCH);
  const { said, judged } = await saidApplication(on, await withRound(on.db, application), now);
  const facts = factsBeside(judged, kind).flatMap((fact) => {
    const spec = judged.program.specs.get(fact);
    const text = spec && valueWords(judged.given.get(fact)?.[0]?.domain, spec);
    return text ? [{ label: spec.label, text }] : [];
  });
  const project = textPairs(said.fields, 'project').map(({ label, text }) => ({ label, text }));
  const papers = await papersOf(on.db, id);
  return {
    said: [...facts, ...project],
    papers: papers.map(({ id: paperId, paper, name, size }) => ({
      id: paperId,
      paper,
      name,
      size,
    })),
  };
}

/** The applicant's own facts that stand in one condition, or in one rule of consistency, with the recommender's. */
function factsBeside({ assessment, program }: Judged, kind: StatementKind): readonly string[] {
  const kindOf = (fact: string) => statementKindOf(program.specs.get(fact));
  const together = [
    ...assessment.conditions.map(({ facts }) => facts.map((one) => one.id)),
    ...program.line.consistency.map(({ facts }) => facts),
  ].filter((facts) => facts.some((fact) => kindOf(fact) === kind));
  return [...new Set(together.flat())].filter((fact) => kindOf(fact) === undefined);
}
