import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { type Changed, changeOrRefuse } from '@fuchi/record-event/change-or-refuse';
import { recommendersFor } from '@fuchi/record-organisation/organisation-store';
import { lockAccount } from '@fuchi/record-person/appointment-store';
import type { ConsumeRefused } from '@fuchi/record-upload/upload-store';
import type { Regions } from '@fuchi/values/region';
import { decide } from '@fuchi/workflow/workflow';
import { sql } from 'kysely';
import type { PersonAtHand } from '../registration-context.ts';
import { lastOf, type Registration } from '../registration-store.ts';
import { REGISTRATION } from '../registration-workflow.ts';
import { type Claim, type ClaimedUnit, claimOn } from './claim.ts';
import { dropDraft } from './draft-store.ts';
import type { Submission } from './judge-submission.ts';
import { offeredRecommenders } from './offered-recommenders.ts';
import { type ScanPurpose, takeScan } from './take-scan.ts';

export type SubmitRefused =
  /** The same person's is being looked at already. */
  | { readonly code: 'open-already' }
  | { readonly code: 'claimed'; readonly unit: ClaimedUnit }
  | { readonly code: 'waiting-elsewhere'; readonly at: string }
  /** There is no such unit to take over. */
  | { readonly code: 'nothing-to-take-over' }
  /** The unit to be taken over is registered somewhere else. */
  | { readonly code: 'wrong-place'; readonly place: string }
  | { readonly code: 'wrong-recommender' }
  | { readonly code: 'scan'; readonly purpose: ScanPurpose; readonly because: ConsumeRefused };

/** A space of PostgreSQL's advisory locks of its own. */
const CODES = 7_183;

/**
 * Hands a registration in, or again after it was returned. Of two people who claim one code at the same time the second
 * is told that the first was there.
 * @returns the registration's id
 */
export async function submitRegistration(
  db: Database,
  { account, by }: PersonAtHand,
  { submission, regions }: { readonly submission: Submission; readonly regions: Regions },
  now: Date,
): Promise<Changed<string, SubmitRefused>> {
  return changeOrRefuse<string, SubmitRefused>(db, by, now, async (work, record, refuse) => {
    const { text } = submission.creditCode;
    await lockAccount(work, account);
    await sql`select pg_advisory_xact_lock(${CODES}, hashtext(${text}))`.execute(work);
    const last = await lastOf(work, account, true);
    if (last?.state === 'submitted') return refuse({ code: 'open-already' });
    const claim = await claimOn(work, text, account);
    const against = claimRefusal(submission, claim, regions);
    if (against) return refuse(against);
    if (!(await isOffered(work, submission))) return refuse({ code: 'wrong-recommender' });
    const digests: Record<string, string> = {};
    for (const purpose of ['licence', 'authorisation'] as const) {
      const taken = await takeScan(work, account, purpose, submission[purpose]);
      if (!taken.ok) return refuse({ code: 'scan', purpose, because: taken.refused });
      digests[purpose] = taken.digest;
    }
    const returned = last?.state === 'returned' ? last : undefined;
    const id = await write(work, { submission, account, unit: claim.unit, returned }, now);
    await dropDraft(work, account);
    await record({
      subject: { kind: 'registration', id },
      kind: returned ? resubmitted(returned) : 'registration-submitted',
      after: { ...said(submission), ...digests },
    });
    return id;
  });
}

/** What the code stands for decides what may be asked: a new unit, or an administrator's place in one that is there. */
export function claimRefusal(
  { purpose, territory }: Pick<Submission, 'purpose' | 'territory'>,
  { unit, waitingAt }: Claim,
  regions: Regions,
): SubmitRefused | undefined {
  if (waitingAt !== undefined) return { code: 'waiting-elsewhere', at: waitingAt };
  if (purpose === 'new') return unit && { code: 'claimed', unit };
  if (!unit) return { code: 'nothing-to-take-over' };
  if (unit.territory === territory.code) return undefined;
  const place = regions.all.find(({ code }) => code === unit.territory);
  return { code: 'wrong-place', place: place?.name ?? '' };
}

async function isOffered(
  work: Work,
  { territory, recommender }: Pick<Submission, 'territory' | 'recommender'>,
): Promise<boolean> {
  const { units } = offeredRecommenders(territory, await recommendersFor(work, territory.code));
  return units.some(({ id }) => id === recommender);
}

async function write(
  work: Work,
  asked: {
    readonly submission: Submission;
    readonly account: string;
    readonly unit: ClaimedUnit | undefined;
    readonly returned: Registration | undefined;
  },
  now: Date,
): Promise<string> {
  const { submission, account, unit, returned } = asked;
  const { contact, creditCode } = submission;
  const values = {
    purpose: submission.purpose,
    credit_code: creditCode.text,
    code_override: creditCode.overridden ?? null,
    name: submission.name,
    territory: submission.territory.code,
    recommender_id: submission.recommender,
    organisation_id: unit?.id ?? null,
    contact_name: contact.name,
    contact_phone: contact.phone,
    contact_email: contact.email ?? null,
    licence_upload_id: submission.licence,
    authorisation_upload_id: submission.authorisation,
    state: REGISTRATION.initial,
    asked_at: now,
    decided_at: null,
  };
  if (returned) {
    await work.updateTable('registration').set(values).where('id', '=', returned.id).execute();
    return returned.id;
  }
  const made = await work
    .insertInto('registration')
    .values({ ...values, account_id: account })
    .returning('id')
    .executeTakeFirstOrThrow();
  return made.id;
}

/** As the table has it. */
function resubmitted({ state }: Registration): string {
  const decision = decide(REGISTRATION, state, 'resubmit', {
    role: 'applicant-admin',
    findings: {},
    said: '',
  });
  if (!decision.ok) throw new Error(`what was ${state} can't be handed in again`);
  return decision.event;
}

/** What the trail keeps of it: no telephone and no e-mail. */
function said({ purpose, creditCode, name, territory, recommender }: Submission): object {
  return {
    purpose,
    creditCode: creditCode.text,
    ...(creditCode.overridden !== undefined && { codeOverride: creditCode.overridden }),
    name,
    territory: territory.code,
    recommender,
  };
}
