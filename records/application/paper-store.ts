import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { Recorder } from '@fuchi/record-event/change';
import { type FileType, isFileType } from '@fuchi/record-upload/contract-purpose';
import type { ConsumedUpload } from '@fuchi/record-upload/upload-store';

/** A paper that was handed in: which of the line's papers it is, and the file. */
export interface KeptPaper {
  readonly id: string;
  /** The paper's name in the guide's line; a name of the applicant's own for what the line doesn't list. */
  readonly paper: string;
  readonly name: string;
  readonly type: FileType;
  readonly size: number;
  readonly digest: string;
  readonly pages: number | null;
  readonly addedAt: Date;
  readonly addedBy: string;
}

/** The papers of an application as they stand now, in their order. */
export async function papersOf(
  db: Database | Work,
  application: string,
): Promise<readonly KeptPaper[]> {
  const rows = await db
    .selectFrom('application_paper as p')
    .innerJoin('account as c', 'c.id', 'p.added_by')
    .select([
      'p.id',
      'p.paper',
      'p.name',
      'p.type',
      'p.size',
      'p.digest',
      'p.pages',
      'p.added_at',
      'c.name as by',
    ])
    .where('p.application_id', '=', application)
    .where('p.removed_at', 'is', null)
    .orderBy('p.paper')
    .orderBy('p.position')
    .orderBy('p.id')
    .execute();
  return rows.map(({ type, size, added_at, by, ...row }) => {
    if (!isFileType(type)) throw new Error(`unknown type of a paper: ${type}`);
    return { ...row, type, size: Number(size), addedAt: added_at, addedBy: by };
  });
}

/** Hands in a file as one of the papers of an application the caller has locked. @returns its id */
export async function addPaper(
  work: Work,
  record: Recorder,
  to: { readonly application: string; readonly paper: string; readonly account: string },
  file: ConsumedUpload & { readonly pages: number | null },
  now: Date,
): Promise<string> {
  const { last } = await work
    .selectFrom('application_paper')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('application_id', '=', to.application)
    .executeTakeFirstOrThrow();
  const { id } = await work
    .insertInto('application_paper')
    .values({
      application_id: to.application,
      paper: to.paper,
      digest: file.digest,
      name: file.name,
      type: file.type,
      size: String(file.size),
      pages: file.pages,
      position: (last ?? 0) + 1,
      added_at: now,
      added_by: to.account,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await record({
    subject: { kind: 'application', id: to.application },
    kind: 'paper-added',
    after: { paper: to.paper, name: file.name, digest: file.digest, size: file.size },
  });
  return id;
}

/** Takes a paper back. The file stays for the trail; the application doesn't show it any more. @returns false when there is none */
export async function removePaper(
  work: Work,
  record: Recorder,
  from: { readonly application: string; readonly id: string; readonly account: string },
  now: Date,
): Promise<boolean> {
  const gone = await work
    .updateTable('application_paper')
    .set({ removed_at: now, removed_by: from.account })
    .where('id', '=', from.id)
    .where('application_id', '=', from.application)
    .where('removed_at', 'is', null)
    .returning(['paper', 'name', 'digest'])
    .executeTakeFirst();
  if (!gone) return false;
  await record({
    subject: { kind: 'application', id: from.application },
    kind: 'paper-removed',
    before: gone,
  });
  return true;
}
