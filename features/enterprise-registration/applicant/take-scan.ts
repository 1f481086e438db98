import type { Work } from '@fuchi/platform-server/database/open-database';
import { type ConsumeRefused, consumeUpload, ownUpload } from '@fuchi/record-upload/upload-store';

export type ScanPurpose = 'licence' | 'authorisation';

/**
 * Takes an upload for a registration. One that an earlier registration of the same person had already serves the next:
 * nobody sends the same licence twice because of another fault.
 */
export async function takeScan(
  work: Work,
  account: string,
  purpose: ScanPurpose,
  upload: string,
): Promise<
  | { readonly ok: true; readonly digest: string }
  | { readonly ok: false; readonly refused: ConsumeRefused }
> {
  const column = purpose === 'licence' ? 'licence_upload_id' : 'authorisation_upload_id';
  const earlier = await work
    .selectFrom('registration')
    .select('id')
    .where('account_id', '=', account)
    .where(column, '=', upload)
    .executeTakeFirst();
  const known = earlier && (await ownUpload(work, { account }, upload));
  if (known?.digest !== undefined) return { ok: true, digest: known.digest };
  const used = await consumeUpload(work, { upload, account, purpose });
  return used.ok ? { ok: true, digest: used.file.digest } : used;
}
