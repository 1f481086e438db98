import type { Database } from '@fuchi/platform-server/database/open-database';
import type { FileStore } from '@fuchi/platform-server/files/file-store';
import { demandDigest } from './digest-lock.ts';
import type { Uploader } from './upload.ts';

const DAY = 86_400_000;
/** Days after which nobody comes back [usual]: to send on, and to use what is whole. */
const KEPT_DAYS = { receiving: 7, refused: 7, whole: 30 } as const;
/** A file without a row is left alone for so long: a backup may still copy it. */
const UNNAMED_DAYS = 2;

/**
 * Takes one of the uploader's own away, unless something refers to it.
 * @returns false where it is used; true also where it was gone already
 */
export async function cancelUpload(
  db: Database,
  files: FileStore,
  { account }: Pick<Uploader, 'account'>,
  id: string,
): Promise<boolean | undefined> {
  return db.transaction().execute(async (work) => {
    const row = await work
      .selectFrom('upload')
      .select('state')
      .where('id', '=', id)
      .where('account_id', '=', account)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return undefined;
    if (row.state === 'used') return false;
    await work.deleteFrom('upload').where('id', '=', id).execute();
    await files.growing(id).remove();
    return true;
  });
}

export interface Swept {
  readonly uploads: number;
  readonly files: number;
}

/**
 * Takes away what was abandoned: uploads nobody sends on or uses, files that nothing names. Several processes may do so
 * at the same time, beside people who upload.
 */
export async function sweepUploads(db: Database, files: FileStore, machine: Date): Promise<Swept> {
  await files.sweep();
  // First: what loses its row now is taken away the next time.
  const gone = await sweepFiles(db, files, machine);
  let uploads = 0;
  for (const [state, days] of Object.entries(KEPT_DAYS)) {
    const rows = await db
      .selectFrom('upload')
      .select(['id', 'account_id as account'])
      .where('state', '=', state)
      .where('touched_at', '<', new Date(machine.getTime() - days * DAY))
      .execute();
    for (const { id, account } of rows) {
      if (await cancelUpload(db, files, { account }, id)) uploads += 1;
    }
  }
  await sweepGrowing(db, files);
  await dropUnreferred(db, machine);
  return { uploads, files: gone };
}

/** What a process left that was killed after its upload ended. */
async function sweepGrowing(db: Database, files: FileStore): Promise<void> {
  for (const name of await files.growingNames()) {
    const row = await db
      .selectFrom('upload')
      .select('id')
      .where('id', '=', name)
      .where('state', '=', 'receiving')
      .executeTakeFirst();
    if (!row) await files.growing(name).remove();
  }
}

/** Rows of files that no table refers to any more; the database itself knows which. */
async function dropUnreferred(db: Database, machine: Date): Promise<void> {
  const rows = await db
    .selectFrom('stored_file as f')
    .select('f.digest')
    .where('f.stored_at', '<', new Date(machine.getTime() - UNNAMED_DAYS * DAY))
    .where((e) =>
      e.not(
        e.exists(e.selectFrom('upload').select('id').whereRef('upload.digest', '=', 'f.digest')),
      ),
    )
    .execute();
  for (const { digest } of rows) {
    await db
      .transaction()
      .execute(async (work) => {
        await demandDigest(work, digest);
        await work.deleteFrom('stored_file').where('digest', '=', digest).execute();
      })
      .catch((error: unknown) => {
        if (!isReferred(error)) throw error;
      });
  }
}

async function sweepFiles(db: Database, files: FileStore, machine: Date): Promise<number> {
  const before = new Date(machine.getTime() - UNNAMED_DAYS * DAY);
  let gone = 0;
  for await (const { digest, at } of files.all()) {
    if (at >= before || (await isNamed(db, digest))) continue;
    await db.transaction().execute(async (work) => {
      await demandDigest(work, digest);
      if (await isNamed(work, digest)) return;
      if (await files.removeOlder(digest, before)) gone += 1;
    });
  }
  return gone;
}

async function isNamed(db: Database, digest: string): Promise<boolean> {
  const row = await db
    .selectFrom('stored_file')
    .select('digest')
    .where('digest', '=', digest)
    .executeTakeFirst();
  return row !== undefined;
}

/** PostgreSQL's foreign_key_violation. */
function isReferred(error: unknown): boolean {
  return error instanceof Error && Reflect.get(error, 'code') === '23503';
}
