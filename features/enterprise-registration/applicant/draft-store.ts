import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { type Draft, draftBody } from '../contract.ts';
import type { Registration } from '../registration-store.ts';

export interface KeptDraft {
  readonly draft: Draft;
  readonly savedAt: Date;
}

/** What somebody was filling in; undefined where nothing was, or an older program kept something else. */
export async function draftOf(
  db: Database | Work,
  account: string,
): Promise<KeptDraft | undefined> {
  const row = await db
    .selectFrom('registration_draft')
    .select(['draft', 'saved_at'])
    .where('account_id', '=', account)
    .executeTakeFirst();
  const draft = draftBody.safeParse(row?.draft);
  return row && draft.success ? { draft: draft.data, savedAt: row.saved_at } : undefined;
}

/** Keeps what was typed. Nobody decides on it, so no event tells of it. */
export async function saveDraft(
  db: Database,
  account: string,
  draft: Draft,
  now: Date,
): Promise<void> {
  const kept = { draft: JSON.stringify(draft), saved_at: now };
  await db
    .insertInto('registration_draft')
    .values({ account_id: account, ...kept })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(kept))
    .execute();
}

export async function dropDraft(work: Work, account: string): Promise<void> {
  await work.deleteFrom('registration_draft').where('account_id', '=', account).execute();
}

export interface Known {
  readonly name: string;
  readonly phone: string | undefined;
  readonly email: string | undefined;
}

/** What stands in the form before anything is typed: what the account says. */
export function emptyDraft({ name, phone, email }: Known): Draft {
  return {
    purpose: 'new',
    creditCode: '',
    codeOverride: '',
    name: '',
    territory: '',
    recommender: '',
    contactName: name,
    contactPhone: phone ?? '',
    contactEmail: email ?? '',
    licence: null,
    authorisation: null,
  };
}

/** What was handed in, to be corrected. */
export function draftFrom(registration: Registration): Draft {
  const { purpose, creditCode, codeOverride, name, territory, recommender, contact } = registration;
  return {
    purpose,
    creditCode,
    codeOverride: codeOverride ?? '',
    name,
    territory,
    recommender: recommender.id,
    contactName: contact.name,
    contactPhone: contact.phone,
    contactEmail: contact.email ?? '',
    licence: registration.licence,
    authorisation: registration.authorisation,
  };
}
