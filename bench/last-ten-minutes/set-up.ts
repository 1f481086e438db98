import { randomBytes } from 'node:crypto';
import { contentOf, EXAMPLES } from '@fuchi/application/prints/content.fixture';
import type { Database } from '@fuchi/platform-server/database/open-database';
import { applicationForTests, fieldsForTests } from '@fuchi/record-application/application.fixture';
import { contentDigest } from '@fuchi/record-application/content-digest';
import type { ApplicationContent } from '@fuchi/record-application/contract-content';
import { signInForTests } from '@fuchi/record-person/sign-in.fixture';
import { openRoundForTests } from '@fuchi/record-round/open-round.fixture';
import { completeForTests, sealForTests } from '@fuchi/server/complete-application.fixture';

/** One of those who apply in the last minutes: a draft he still writes in, and an application that is sealed. */
export interface Applicant {
  readonly number: number;
  readonly account: string;
  readonly cookie: string;
  /** Its fields are saved, and a paper is uploaded into it. */
  readonly draft: string;
  /** Finalised and sealed before: printing isn't what the last minutes are full of. */
  readonly sealed: string;
}

const EXAMPLE = EXAMPLES.talentTraining;
const DAY = 86_400_000;

/** An open round with so many applicants. Everything stands in the database as the portal would have written it. */
export async function setUp(db: Database, count: number): Promise<readonly Applicant[]> {
  const now = new Date();
  const at = (days: number) => new Date(now.getTime() + days * DAY).toISOString();
  const clock = (kind: 'opening' | 'applicant' | 'county' | 'city', days: number) => ({
    ...{ kind, line: null, territory: null },
    at: at(days),
  });
  const round = await openRoundForTests(db, now, {
    clocks: [clock('opening', -30), clock('applicant', 1), clock('county', 8), clock('city', 15)],
  });
  const applicants: Applicant[] = [];
  for (let number = 1; number <= count; number += 1) {
    applicants.push(await applicantOf(db, { round, number }, now));
  }
  return applicants;
}

async function applicantOf(
  db: Database,
  { round, number }: { readonly round: string; readonly number: number },
  now: Date,
): Promise<Applicant> {
  const { actor, cookie } = await signInForTests(db, { role: 'submitter', machine: now });
  const who = { organisation: actor.organisation.id, account: actor.account };
  const draft = await applicationForTests(db, who, now, { round, line: EXAMPLE.line });
  const sealed = await applicationForTests(db, who, now, { round, line: EXAMPLE.line });
  const said = contentOf(EXAMPLE);
  await fieldsForTests(db, { application: sealed, account: actor.account }, said.fields, now);
  await completeForTests(db, { application: sealed, round, account: actor.account }, now);
  await freeze(db, { ...said, application: sealed, version: 1 }, actor.account, now);
  return { number, account: actor.account, cookie, draft, sealed };
}

async function freeze(
  db: Database,
  content: ApplicationContent,
  account: string,
  now: Date,
): Promise<void> {
  const { application, version, title } = content;
  const digest = randomBytes(32).toString('hex');
  await db
    .insertInto('stored_file')
    .values({ digest, size: '1000', type: 'application/pdf', stored_at: now })
    .execute();
  await db
    .insertInto('application_version')
    .values({
      application_id: application,
      number: version,
      guide_digest: content.guide.digest,
      content: JSON.stringify(content),
      digest: contentDigest(content),
      frozen_at: now,
      frozen_by: account,
    })
    .execute();
  await db
    .insertInto('application_print')
    .values({
      application_id: application,
      version,
      kind: 'application',
      title: '申报书',
      digest,
      pages: 8,
    })
    .execute();
  await sealForTests(db, { application, version, account }, now);
  await db
    .updateTable('application')
    .set({ state: 'finalised', version, title, revision: '1' })
    .where('id', '=', application)
    .execute();
}
