import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { Recorder } from '@fuchi/record-event/change';
import { canonicalJson } from '@fuchi/record-event/event-digest';
import { sql } from 'kysely';
import type { FieldSave, FieldValue, KeptField, SaveReply } from './contract.ts';

/** Who writes into which draft. */
export interface DraftWriter {
  readonly application: string;
  readonly account: string;
}

/**
 * Writes fields of a draft that the caller has locked. A field somebody else changed since it was read stays as it is,
 * unless both wrote the same; the others are written. Sent again, the same save changes nothing more.
 * @param record left out of use where nothing changes
 * @returns what was written, and what is kept of the fields that weren't
 */
export async function saveFields(
  work: Work,
  record: Recorder,
  { application, account }: DraftWriter,
  saves: readonly FieldSave[],
  now: Date,
): Promise<SaveReply> {
  const last = new Map(saves.map((save) => [save.path, save]));
  const kept = await fieldsAt(work, application, [...last.keys()]);
  const conflicts: KeptField[] = [];
  const written: FieldSave[] = [];
  const same: { path: string; revision: number }[] = [];
  for (const save of last.values()) {
    const field = kept.get(save.path);
    if (equal(field?.value ?? null, save.value)) {
      same.push({ path: save.path, revision: field?.revision ?? 0 });
    } else if (field && field.revision > save.base) conflicts.push(field);
    else written.push(save);
  }
  const revision = await writeFields(work, { application, account }, written, now);
  if (written.length > 0) {
    await record({
      subject: { kind: 'application', id: application },
      kind: 'draft-saved',
      before: Object.fromEntries(
        written.map(({ path }) => [path, told(path, kept.get(path)?.value ?? null)]),
      ),
      after: Object.fromEntries(written.map(({ path, value }) => [path, told(path, value)])),
    });
  }
  return {
    revision,
    at: now.toISOString(),
    saved: [...same, ...written.map(({ path }) => ({ path, revision }))],
    conflicts,
  };
}

/** The fields of a draft that changed after a revision, those taken away too; all of them after 0. */
export async function fieldsSince(
  db: Database | Work,
  application: string,
  revision: number,
): Promise<readonly KeptField[]> {
  const rows = await fields(db, application)
    .where('f.revision', '>', String(revision))
    .orderBy('f.path')
    .execute();
  return rows.map(keptOf);
}

/** What a draft says now: fields by name, without those taken away. */
export async function draftOf(
  db: Database | Work,
  application: string,
): Promise<ReadonlyMap<string, FieldValue>> {
  const rows = await fieldsSince(db, application, 0);
  return new Map(rows.flatMap(({ path, value }) => (value === null ? [] : [[path, value]])));
}

async function fieldsAt(
  work: Work,
  application: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, KeptField>> {
  const rows = await fields(work, application)
    .where('f.path', '=', sql<string>`any(${[...paths]})`)
    .execute();
  return new Map(rows.map((row) => [row.path, keptOf(row)]));
}

/** @returns the draft's revision afterwards */
async function writeFields(
  work: Work,
  { application, account }: DraftWriter,
  written: readonly FieldSave[],
  now: Date,
): Promise<number> {
  if (written.length === 0) {
    const { revision } = await work
      .selectFrom('application')
      .select('revision')
      .where('id', '=', application)
      .executeTakeFirstOrThrow();
    return Number(revision);
  }
  const at = written.map(({ path }) => path);
  const values = written.map(({ value }) => (value === null ? null : JSON.stringify(value)));
  const { rows } = await sql<{ revision: string }>`
    with next as (
      update application set revision = revision + 1 where id = ${application} returning id, revision
    )
    insert into application_field (application_id, path, value, revision, changed_at, changed_by)
    select next.id, f.path, f.value, next.revision, ${now}, ${account}
    from next, unnest(${at}::text[], ${values}::jsonb[]) as f (path, value)
    on conflict (application_id, path) do update set
      value = excluded.value, revision = excluded.revision,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by
    returning revision`.execute(work);
  return Number(rows[0]?.revision);
}

function fields(db: Database | Work, application: string) {
  return db
    .selectFrom('application_field as f')
    .innerJoin('account as c', 'c.id', 'f.changed_by')
    .select(['f.path', 'f.value', 'f.revision', 'f.changed_at', 'c.name'])
    .where('f.application_id', '=', application);
}

function keptOf(row: {
  path: string;
  value: unknown;
  revision: string;
  changed_at: Date;
  name: string;
}): KeptField {
  return {
    path: row.path,
    // Written by saveFields alone, whose saves a contract read.
    value: row.value as FieldValue,
    revision: Number(row.revision),
    by: row.name,
    at: row.changed_at.toISOString(),
  };
}

function equal(a: FieldValue, b: FieldValue): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

/** The trail tells that a contact's field changed, and not to what. */
function told(path: string, value: FieldValue): FieldValue {
  return PERSONAL.test(path) && value !== null ? '（不记入日志）' : value;
}

/** Names, telephones and addresses of people: fields of `unit/` and `project/` that end so. */
const PERSONAL = /(?:联系人|负责人|电话|手机|邮箱|身份证号)[^/]*$/;
