import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { Recorder } from '@fuchi/record-event/change';
import { type FileType, isFileType } from '@fuchi/record-upload/contract-purpose';
import type { ConsumedUpload } from '@fuchi/record-upload/upload-store';
import { type PrintSigner, printSigners, type ScanPage, scanPages } from './contract-scan.ts';

/** What a version printed for signing and sealing. */
export interface KeptPrint {
  /** application, performance, commitment, letter-1 … */
  readonly kind: string;
  readonly title: string;
  /** Of its PDF in the file store. */
  readonly digest: string;
  readonly pages: number;
}

/** A sealed scan as it came back. */
export interface KeptScan {
  readonly id: string;
  readonly name: string;
  readonly type: FileType;
  readonly size: number;
  readonly digest: string;
  readonly pages: readonly ScanPage[];
  /** Who signed it electronically; null for a scan of paper. */
  readonly signers: readonly PrintSigner[] | null;
  readonly addedAt: Date;
  readonly addedBy: string;
}

/** Which version of which application a scan belongs to. */
export interface OfVersion {
  readonly application: string;
  readonly version: number;
}

/** The prints of a version: the application form first, then as they are sealed and bound. */
export async function printsOf(
  db: Database | Work,
  { application, version }: OfVersion,
): Promise<readonly KeptPrint[]> {
  const prints = await db
    .selectFrom('application_print')
    .select(['kind', 'title', 'digest', 'pages'])
    .where('application_id', '=', application)
    .where('version', '=', version)
    .execute();
  return prints.toSorted((a, b) => placeOf(a.kind) - placeOf(b.kind));
}

/** The prints of every version an application ever had. */
export async function printsOfAll(
  db: Database | Work,
  application: string,
): Promise<readonly (Pick<KeptPrint, 'kind' | 'digest'> & { readonly version: number })[]> {
  return db
    .selectFrom('application_print')
    .select(['version', 'kind', 'digest'])
    .where('application_id', '=', application)
    .execute();
}

/** The scans of a version as they stand now, in the order they came. */
export async function scansOf(
  db: Database | Work,
  { application, version }: OfVersion,
): Promise<readonly KeptScan[]> {
  const rows = await db
    .selectFrom('sealed_scan as s')
    .innerJoin('account as c', 'c.id', 's.added_by')
    .select([
      's.id',
      's.name',
      's.type',
      's.size',
      's.digest',
      's.pages',
      's.signers',
      's.added_at',
    ])
    .select('c.name as by')
    .where('s.application_id', '=', application)
    .where('s.version', '=', version)
    .where('s.removed_at', 'is', null)
    .orderBy('s.id')
    .execute();
  return rows.map(({ type, size, pages, signers, added_at, by, ...row }) => {
    if (!isFileType(type)) throw new Error(`unknown type of a scan: ${type}`);
    return {
      ...row,
      type,
      size: Number(size),
      pages: scanPages.parse(pages),
      signers: printSigners.parse(signers),
      addedAt: added_at,
      addedBy: by,
    };
  });
}

/**
 * The pages of each print for which no sealed page of this version is there; prints that came back whole aren't listed.
 * @example (await missingSeals(work, '12', 1)).length === 0 // all came back
 */
export async function missingSeals(
  db: Database | Work,
  application: string,
  version: number,
): Promise<
  readonly { readonly kind: string; readonly title: string; readonly pages: readonly number[] }[]
> {
  const of = { application, version };
  const sealed = new Set(
    (await scansOf(db, of)).flatMap(({ pages }) =>
      pages.flatMap((page) => ('kind' in page ? [`${page.kind} ${page.page}`] : [])),
    ),
  );
  return (await printsOf(db, of)).flatMap(({ kind, title, pages: count }) => {
    const pages = Array.from({ length: count }, (_, i) => i + 1).filter(
      (page) => !sealed.has(`${kind} ${page}`),
    );
    return pages.length === 0 ? [] : [{ kind, title, pages }];
  });
}

/** Takes in a scan, or a print signed electronically, of a version of an application the caller has locked. @returns its id */
export async function addScan(
  work: Work,
  record: Recorder,
  to: OfVersion & { readonly account: string },
  scan: ConsumedUpload & Pick<KeptScan, 'pages' | 'signers'>,
  now: Date,
): Promise<string> {
  const { id } = await work
    .insertInto('sealed_scan')
    .values({
      application_id: to.application,
      version: to.version,
      digest: scan.digest,
      name: scan.name,
      type: scan.type,
      size: String(scan.size),
      pages: JSON.stringify(scan.pages),
      signers: scan.signers && JSON.stringify(scan.signers),
      added_at: now,
      added_by: to.account,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await record({
    subject: { kind: 'application', id: to.application },
    kind: scan.signers ? 'signed-print-added' : 'scan-added',
    after: {
      version: to.version,
      name: scan.name,
      digest: scan.digest,
      pages: scan.pages.length,
      ...(scan.signers && {
        signers: scan.signers.map(({ subject, serial }) => `${subject}（证书${serial}）`),
      }),
    },
  });
  return id;
}

/** Somebody says which page of which print a page of a scan is, or that it is none. The caller has locked the application. */
export async function assignScanPage(
  work: Work,
  record: Recorder,
  { application, scan, at, is }: AssignedPage,
): Promise<void> {
  const { pages: kept } = await work
    .selectFrom('sealed_scan')
    .select('pages')
    .where('id', '=', scan)
    .where('application_id', '=', application)
    .executeTakeFirstOrThrow();
  const before = scanPages.parse(kept);
  await work
    .updateTable('sealed_scan')
    .set({ pages: JSON.stringify(before.with(at - 1, is)) })
    .where('id', '=', scan)
    .execute();
  const page = 'kind' in is ? is : undefined;
  await record({
    subject: { kind: 'application', id: application },
    kind: 'scan-page-assigned',
    after: { scan, scanPage: at, print: page?.kind ?? null, page: page?.page ?? null },
  });
}

export interface AssignedPage {
  readonly application: string;
  readonly scan: string;
  /** The page of the scan, from 1. */
  readonly at: number;
  readonly is: ScanPage;
}

/** Takes a scan back; the file stays for the trail. @returns false when there is none */
export async function removeScan(
  work: Work,
  record: Recorder,
  from: OfVersion & { readonly id: string; readonly account: string },
  now: Date,
): Promise<boolean> {
  const gone = await work
    .updateTable('sealed_scan')
    .set({ removed_at: now, removed_by: from.account })
    .where('id', '=', from.id)
    .where('application_id', '=', from.application)
    .where('version', '=', from.version)
    .where('removed_at', 'is', null)
    .returning(['name', 'digest'])
    .executeTakeFirst();
  if (!gone) return false;
  await record({
    subject: { kind: 'application', id: from.application },
    kind: 'scan-removed',
    before: { version: from.version, ...gone },
  });
  return true;
}

const ORDER = ['application', 'performance', 'commitment'];

/** Letters come after the three that every application has, by their number. */
function placeOf(kind: string): number {
  const place = ORDER.indexOf(kind);
  return place >= 0 ? place : ORDER.length + Number(/\d+$/.exec(kind)?.[0] ?? 0);
}
