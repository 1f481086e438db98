import type { Readable } from 'node:stream';
import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { FileStore } from '@fuchi/platform-server/files/file-store';
import type { Moment } from '@fuchi/record-person/moment';
import { MOST_PART } from './contract.ts';
import {
  type FileType,
  isFileType,
  isUploadPurpose,
  type UploadPurpose,
} from './contract-purpose.ts';
import { type BeginRefused, begin, UPLOAD_LIMITS, type Upload, type Uploader } from './upload.ts';

const DAY = 86_400_000;

/**
 * Begins an upload. Two at once of the same account are counted one after the other.
 * @returns the upload, of which nothing is received yet
 */
export async function beginUpload(
  db: Database,
  uploader: Uploader,
  asked: { readonly purpose: UploadPurpose; readonly name: string; readonly size: number },
  { machine, now }: Moment,
  limits = UPLOAD_LIMITS,
): Promise<
  | { readonly ok: true; readonly upload: Upload }
  | { readonly ok: false; readonly refused: BeginRefused }
> {
  const begun = begin(asked);
  if (!begun.ok) return begun;
  const { account, organisation } = uploader;
  return db.transaction().execute(async (work) => {
    await work.selectFrom('account').select('id').where('id', '=', account).forUpdate().execute();
    const { open, bytes } = await sentBy(work, account, machine);
    if (open >= limits.open) {
      return { ok: false, refused: { code: 'too-many-open', most: limits.open } };
    }
    if (bytes + asked.size > limits.bytesADay) {
      return { ok: false, refused: { code: 'too-much-a-day', most: limits.bytesADay } };
    }
    const { id } = await work
      .insertInto('upload')
      .values({
        account_id: account,
        organisation_id: organisation,
        purpose: asked.purpose,
        name: begun.name,
        size: String(asked.size),
        begun_at: now,
        touched_at: machine,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const row = await uploads(work).where('id', '=', id).executeTakeFirstOrThrow();
    return { ok: true, upload: uploadOf(row) };
  });
}

/** One of the uploader's own; undefined for any other. */
export async function ownUpload(
  db: Database | Work,
  { account }: Pick<Uploader, 'account'>,
  id: string,
): Promise<Upload | undefined> {
  const row = await uploads(db)
    .where('id', '=', id)
    .where('account_id', '=', account)
    .executeTakeFirst();
  return row && uploadOf(row);
}

export type PartRefused =
  | { readonly code: 'no-such' }
  | { readonly code: 'not-receiving' | 'nothing-sent' | 'cut-off' }
  | { readonly code: 'wrong-offset'; readonly received: number }
  | { readonly code: 'too-large'; readonly most: number };

export interface PartSent {
  readonly id: string;
  /** Where it begins: what is received so far. */
  readonly offset: number;
  readonly content: Readable;
}

/**
 * Receives a part. It is on disk before it counts as received; of two that are sent for the same place one is taken.
 * Nothing is read of what is refused beforehand.
 */
export async function receivePart(
  db: Database,
  files: FileStore,
  uploader: Uploader,
  { id, offset, content }: PartSent,
  machine: Date,
): Promise<
  | { readonly ok: true; readonly upload: Upload }
  | { readonly ok: false; readonly refused: PartRefused }
> {
  const no = (refused: PartRefused) => ({ ok: false, refused }) as const;
  const before = await ownUpload(db, uploader, id);
  const wrong = partRefusal(before, offset);
  if (!before || wrong) return no(wrong ?? { code: 'no-such' });
  const most = Math.min(MOST_PART, before.size - offset);
  const part = await files.spool(content, most).catch(() => null);
  if (part === null) return no({ code: 'cut-off' });
  if (part === undefined) return no({ code: 'too-large', most });
  try {
    if (part.size === 0) return no({ code: 'nothing-sent' });
    return await db.transaction().execute(async (work) => {
      const row = await uploads(work)
        .where('id', '=', id)
        .where('account_id', '=', uploader.account)
        .forUpdate()
        .executeTakeFirst();
      const file = files.growing(id);
      const upload = row && uploadOf(await asOnDisk(work, row, await file.size()));
      const refused = partRefusal(upload, offset);
      if (!upload || refused) return no(refused ?? { code: 'no-such' });
      await file.write(offset, part);
      const received = offset + part.size;
      await work
        .updateTable('upload')
        .set({ received: String(received), touched_at: machine })
        .where('id', '=', id)
        .execute();
      return { ok: true, upload: { ...upload, received } } as const;
    });
  } finally {
    await part.remove();
  }
}

/** What is received never exceeds what is on disk: after a backup came back, a file in parts begins anew. */
async function asOnDisk(work: Work, row: UploadRow, onDisk: number): Promise<UploadRow> {
  if (row.state !== 'receiving' || Number(row.received) <= onDisk) return row;
  await work
    .updateTable('upload')
    .set({ received: String(onDisk) })
    .where('id', '=', row.id)
    .execute();
  return { ...row, received: String(onDisk) };
}

function partRefusal(upload: Upload | undefined, offset: number): PartRefused | undefined {
  if (!upload) return { code: 'no-such' };
  const { state, received, size } = upload;
  if (state !== 'receiving' || received === size) return { code: 'not-receiving' };
  return offset === received ? undefined : { code: 'wrong-offset', received };
}

export interface ConsumedUpload {
  readonly digest: string;
  readonly size: number;
  readonly type: FileType;
  readonly name: string;
}

export interface ConsumeRefused {
  readonly code: 'no-such' | 'not-whole' | 'used-already';
}

/**
 * Takes an upload for what it was sent for, in the transaction that refers to its digest from then on. An upload is
 * taken once, by whoever sent it.
 * @example
 * const used = await consumeUpload(work, { upload: body.licence, account: actor.account, purpose: 'licence' });
 * if (!used.ok) return refuse(used.refused);
 */
export async function consumeUpload(
  work: Work,
  asked: { readonly upload: string; readonly account: string; readonly purpose: UploadPurpose },
): Promise<
  | { readonly ok: true; readonly file: ConsumedUpload }
  | { readonly ok: false; readonly refused: ConsumeRefused }
> {
  const no = (code: ConsumeRefused['code']) => ({ ok: false, refused: { code } }) as const;
  const row = await uploads(work)
    .where('id', '=', asked.upload)
    .where('account_id', '=', asked.account)
    .where('purpose', '=', asked.purpose)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return no('no-such');
  const { state, type, digest, size, name } = uploadOf(row);
  if (state === 'used') return no('used-already');
  if (state !== 'whole' || type === undefined || digest === undefined) return no('not-whole');
  await work.updateTable('upload').set({ state: 'used' }).where('id', '=', asked.upload).execute();
  return { ok: true, file: { digest, size, type, name } };
}

async function sentBy(work: Work, account: string, machine: Date) {
  const { open, bytes } = await work
    .selectFrom('upload')
    .select((e) => [
      e.fn.countAll<string>().filterWhere('state', '<>', 'used').as('open'),
      e.fn
        .sum<string | null>('size')
        .filterWhere('touched_at', '>', new Date(machine.getTime() - DAY))
        .as('bytes'),
    ])
    .where('account_id', '=', account)
    .executeTakeFirstOrThrow();
  return { open: Number(open), bytes: Number(bytes ?? 0) };
}

export function uploads(db: Database | Work) {
  return db
    .selectFrom('upload')
    .select(['id', 'purpose', 'name', 'size', 'received', 'state', 'type', 'digest'])
    .select('refused_because');
}

type UploadRow = Awaited<ReturnType<ReturnType<typeof uploads>['execute']>>[number];

export function uploadOf({
  size,
  received,
  type,
  digest,
  refused_because,
  ...row
}: UploadRow): Upload {
  if (!isUploadPurpose(row.purpose)) throw new Error(`an upload for nothing known: ${row.purpose}`);
  return {
    id: row.id,
    purpose: row.purpose,
    name: row.name,
    size: Number(size),
    received: Number(received),
    state: stateOf(row.state),
    type: type !== null && isFileType(type) ? type : undefined,
    digest: digest ?? undefined,
    refusedBecause: refused_because ?? undefined,
  };
}

function stateOf(text: string): Upload['state'] {
  if (text === 'receiving' || text === 'whole' || text === 'used' || text === 'refused')
    return text;
  throw new Error(`an upload in an unknown state: ${text}`);
}
