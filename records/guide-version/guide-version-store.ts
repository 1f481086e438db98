import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import { guideOfFiles } from '@fuchi/platform-server/guide-folder';
import { checkGuideFiles, type LoadedGuide } from '@fuchi/platform-server/load-guide';
import type { CheckedGuide } from '@fuchi/policy/checked-guide';
import type { Recorder } from '@fuchi/record-event/change';
import { sql } from 'kysely';

/** A published version of a guide, as lists show it. */
export interface GuideVersion {
  readonly digest: string;
  /** The guide's id: jiangsu-2022. */
  readonly guide: string;
  readonly version: string;
  readonly title: string;
  readonly publishedAt: Date;
  /** Who published it; null where the program did at the first start. */
  readonly publishedBy: string | null;
}

export type PublishRefused =
  | { readonly code: 'has-faults'; readonly count: number }
  /** The same version number stands for other contents: the corrected guide needs another one. */
  | { readonly code: 'version-taken'; readonly version: string; readonly digest: string };

/**
 * Publishes a guide that has no faults; one that is published already is left as it is.
 * @returns its digest, or why not; the caller's transaction is undone then
 */
export async function publishGuideVersion(
  work: Work,
  record: Recorder,
  loaded: LoadedGuide,
  by: string | null,
  now: Date,
): Promise<{ readonly digest: string } | { readonly refused: PublishRefused }> {
  if (loaded.faults.length > 0) {
    return { refused: { code: 'has-faults', count: loaded.faults.length } };
  }
  const { id, version, title, digest } = loaded.checked.guide;
  const inserted = await work
    .insertInto('guide_version')
    .values({
      digest,
      guide: id,
      version,
      title,
      files: JSON.stringify(Object.fromEntries(loaded.files)),
      published_at: now,
      published_by: by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('digest')
    .executeTakeFirst();
  if (!inserted) {
    const kept = await work
      .selectFrom('guide_version')
      .select('digest')
      .where('guide', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    return kept && kept.digest !== digest
      ? { refused: { code: 'version-taken', version, digest: kept.digest } }
      : { digest };
  }
  await record({
    subject: { kind: 'system', id: 'guides' },
    kind: 'guide-published',
    after: { guide: id, version, digest },
    guide: digest,
  });
  return { digest };
}

/** All published versions, the newest first. */
export async function guideVersions(db: Database): Promise<readonly GuideVersion[]> {
  const rows = await db
    .selectFrom('guide_version as g')
    .leftJoin('account as c', 'c.id', 'g.published_by')
    .select(['g.digest', 'g.guide', 'g.version', 'g.title', 'g.published_at', 'c.name'])
    .orderBy('g.published_at', 'desc')
    .orderBy('g.digest')
    .execute();
  return rows.map((row) => ({
    digest: row.digest,
    guide: row.guide,
    version: row.version,
    title: row.title,
    publishedAt: row.published_at,
    publishedBy: row.name,
  }));
}

/** Versions this process has read; they never change. Few are in use at a time. */
const READ = new Map<string, Promise<LoadedGuide | undefined>>();
const MOST_READ = 8;

/**
 * A published version, read and checked once in a process.
 * @returns undefined when none has this digest
 * @throws when what is kept doesn't have the digest it is kept under: somebody changed it
 * @example const guide = await guideOf(db, application.guide);
 */
export async function guideOf(
  db: Database | Work,
  digest: string,
): Promise<CheckedGuide | undefined> {
  return (await guideVersionFiles(db, digest))?.checked;
}

/** As `guideOf`, with the files: a new version is compared with them. */
export async function guideVersionFiles(
  db: Database | Work,
  digest: string,
): Promise<LoadedGuide | undefined> {
  const before = READ.get(digest);
  if (before) return before;
  const reading = readVersion(db, digest);
  READ.set(digest, reading);
  const oldest = READ.size > MOST_READ ? READ.keys().next().value : undefined;
  if (oldest !== undefined) READ.delete(oldest);
  try {
    const loaded = await reading;
    // One that isn't there may be published later.
    if (!loaded) READ.delete(digest);
    return loaded;
  } catch (error) {
    READ.delete(digest);
    throw error;
  }
}

async function readVersion(db: Database | Work, digest: string): Promise<LoadedGuide | undefined> {
  const row = await db
    .selectFrom('guide_version')
    .select(sql<Record<string, string>>`files`.as('files'))
    .where('digest', '=', digest)
    .executeTakeFirst();
  if (!row) return undefined;
  const folder = guideOfFiles(new Map(Object.entries(row.files)));
  if (folder.digest !== digest) throw new Error(`guide version ${digest} was changed`);
  return checkGuideFiles(folder);
}
