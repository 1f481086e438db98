import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { type FileType, isFileType } from '@fuchi/record-upload/contract-purpose';
import type { Registration } from './registration-store.ts';

/** A scan of a registration, as it lies in the file store. */
export interface Scan {
  readonly upload: string;
  readonly name: string;
  readonly size: number;
  readonly type: FileType;
  readonly digest: string;
}

/** The scan a registration refers to, for whoever found the registration within what he may see. */
export async function scanOf(
  db: Database | Work,
  registration: Registration,
  which: 'licence' | 'authorisation',
): Promise<Scan> {
  const row = await db
    .selectFrom('upload')
    .select(['id', 'name', 'size', 'type', 'digest'])
    .where('id', '=', registration[which])
    .executeTakeFirstOrThrow();
  const { type, digest } = row;
  if (type === null || !isFileType(type) || digest === null) {
    throw new Error(`registration ${registration.id} refers to an upload that isn't whole`);
  }
  return { upload: row.id, name: row.name, size: Number(row.size), type, digest };
}
