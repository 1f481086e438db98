import type { Database } from '@fuchi/platform-server/database/open-database';
import type { FileStore } from '@fuchi/platform-server/files/file-store';
import type { GrowingFile } from '@fuchi/platform-server/files/growing-file';
import type { Moment } from '@fuchi/record-person/moment';
import { FILE_TYPES, type FileType } from './contract-purpose.ts';
import { demandDigest } from './digest-lock.ts';
import { seenType } from './file-type.ts';
import { type ContentRefused, judgeContent, type Upload, type Uploader } from './upload.ts';
import { ownUpload } from './upload-store.ts';

/**
 * Ends an upload whose bytes are all there: it is kept once by its content, or refused and taken away. Asked again it
 * answers the same.
 * @returns the upload, whole or refused; undefined where it isn't the uploader's; `still-coming` before all is there
 */
export async function finishUpload(
  db: Database,
  files: FileStore,
  uploader: Uploader,
  id: string,
  moment: Moment,
): Promise<Upload | 'still-coming' | undefined> {
  const upload = await ownUpload(db, uploader, id);
  if (upload?.state !== 'receiving') return upload;
  const file = files.growing(id);
  if (upload.received < upload.size) return 'still-coming';
  if ((await file.size()) !== upload.size) return afterOther(db, uploader, id);
  // All of it is received: from here on nobody writes to the file.
  const looked = await look(file, upload);
  if (!looked) return afterOther(db, uploader, id);
  if (looked.ok) await keep(db, files, { upload, ...looked }, moment);
  else await refuse(db, id, looked.refused, moment.machine);
  await file.remove();
  return ownUpload(db, uploader, id);
}

type Looked =
  | { readonly ok: true; readonly type: FileType; readonly digest: string }
  | { readonly ok: false; readonly refused: ContentRefused };

/** @returns undefined where the file was taken away meanwhile */
async function look(file: GrowingFile, upload: Upload): Promise<Looked | undefined> {
  try {
    const judged = judgeContent(upload, await seenType({ size: upload.size, read: file.read }));
    return judged.ok ? { ...judged, digest: await file.digest() } : judged;
  } catch (error) {
    if ((await file.size()) === 0) return undefined;
    throw error;
  }
}

/** Another request finished it meanwhile, or its bytes went missing on disk and it goes on where they end. */
async function afterOther(
  db: Database,
  uploader: Uploader,
  id: string,
): Promise<Upload | 'still-coming' | undefined> {
  const upload = await ownUpload(db, uploader, id);
  return upload?.state === 'receiving' ? 'still-coming' : upload;
}

async function keep(
  db: Database,
  files: FileStore,
  {
    upload,
    digest,
    type,
  }: { readonly upload: Upload; readonly digest: string; readonly type: FileType },
  { machine, now }: Moment,
): Promise<void> {
  await db.transaction().execute(async (work) => {
    const going = await work
      .selectFrom('upload')
      .select('id')
      .where('id', '=', upload.id)
      .where('state', '=', 'receiving')
      .forUpdate()
      .executeTakeFirst();
    if (!going) return;
    await demandDigest(work, digest);
    await work
      .insertInto('stored_file')
      .values({
        digest,
        size: String(upload.size),
        type: FILE_TYPES[type].media,
        stored_at: now,
      })
      .onConflict((conflict) => conflict.column('digest').doNothing())
      .execute();
    await work
      .updateTable('upload')
      .set({ state: 'whole', type, digest, whole_at: now, touched_at: machine })
      .where('id', '=', upload.id)
      .execute();
    // In its place before the row that names it is there for others to see.
    await files.adopt(files.growing(upload.id).path, digest);
  });
}

async function refuse(
  db: Database,
  id: string,
  refused: ContentRefused,
  machine: Date,
): Promise<void> {
  const because = 'type' in refused ? `${refused.code} ${refused.type}` : refused.code;
  await db
    .updateTable('upload')
    .set({ state: 'refused', refused_because: because, touched_at: machine })
    .where('id', '=', id)
    .where('state', '=', 'receiving')
    .execute();
}
