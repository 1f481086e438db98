import type { Database } from '@fuchi/platform-server/database/open-database';
import { ownUpload } from '@fuchi/record-upload/upload-store';
import { fullName, type Regions } from '@fuchi/values/region';
import { buttons } from '@fuchi/workflow/workflow';
import type { OwnView, ScanView } from '../contract.ts';
import { lastOf, type Registration } from '../registration-store.ts';
import { commandRefusedText } from '../registration-text.ts';
import { REGISTRATION } from '../registration-workflow.ts';
import { draftFrom, draftOf, emptyDraft } from './draft-store.ts';

/** Where somebody's own registration stands, and what he is filling in. */
export async function ownView(db: Database, account: string, regions: Regions): Promise<OwnView> {
  const person = await db
    .selectFrom('account')
    .select(['name', 'login', 'phone', 'email'])
    .where('id', '=', account)
    .executeTakeFirstOrThrow();
  const known = { ...person, phone: person.phone ?? undefined, email: person.email ?? undefined };
  const last = await lastOf(db, account);
  const kept = await draftOf(db, account);
  const editable = last?.state !== 'submitted' && last?.state !== 'approved';
  // Another unit may be registered after the first was let in: once somebody begins to.
  const begun = kept?.draft ?? (last ? draftFrom(last) : emptyDraft(known));
  const draft = editable || (last?.state === 'approved' && kept) ? begun : null;
  const scan = async (id: string | null): Promise<ScanView | null> => {
    const upload = id === null ? undefined : await ownUpload(db, { account }, id);
    if (!upload || upload.digest === undefined) return null;
    const { name, size, type, state } = upload;
    return { upload: upload.id, name, size, type: type ?? null, referred: state === 'used' };
  };
  const shown = draft ?? last;
  return {
    person: { name: person.name, login: person.login, phone: person.phone, email: person.email },
    registration: last ? viewOf(last, regions) : null,
    draft,
    savedAt: kept?.savedAt.toISOString() ?? null,
    licence: await scan(shown?.licence ?? null),
    authorisation: await scan(shown?.authorisation ?? null),
    units: await unitsOf(db, account),
  };
}

function viewOf(registration: Registration, regions: Regions): OwnView['registration'] {
  const { id, state, purpose, creditCode, codeOverride, name, recommender } = registration;
  return {
    id,
    state,
    stateName: REGISTRATION.states[state].name,
    purpose,
    creditCode,
    codeOverride: codeOverride ?? null,
    name,
    territoryName: placeName(regions, registration.territory),
    recommenderName: recommender.name,
    askedAt: registration.askedAt.toISOString(),
    decidedAt: registration.decidedAt?.toISOString() ?? null,
    reason: registration.reason ?? null,
    buttons: buttons(REGISTRATION, state, 'applicant-admin', {}).map((button) => ({
      command: button.command,
      name: button.name,
      asks: button.asks ?? null,
      held: button.held ? commandRefusedText(button.held) : null,
    })),
  };
}

/** A place as people read it; its code where the guide doesn't know it. */
export function placeName({ all }: Regions, code: string): string {
  const region = all.find((each) => each.code === code);
  return region ? fullName(region) : code;
}

async function unitsOf(db: Database, account: string): Promise<string[]> {
  const rows = await db
    .selectFrom('appointment as a')
    .innerJoin('organisation as o', 'o.id', 'a.organisation_id')
    .select('o.name')
    .distinct()
    .where('a.account_id', '=', account)
    .where('a.ended_at', 'is', null)
    .where('o.status', '=', 'active')
    .limit(50)
    .execute();
  return rows.map(({ name }) => name);
}
