import type { Database, Work } from '@fuchi/platform-server/database/open-database';
import type { LoadedGuide } from '@fuchi/platform-server/load-guide';
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
}

/** The same version number stands for other contents already: a corrected guide needs another one. */
export interface PublishRefused {
  readonly code: 'version-taken';
  /** Of the version that is there. */
  readonly digest: string;
}

/**
 * Publishes a guide without faults.
 * @returns whether it wasn't there before, or why not; nothing is written in either case
 * @throws for a guide with faults: whoever publishes looks for them first
 */
export async function publishGuideVersion(
  work: Work,
  record: Recorder,
  loaded: LoadedGuide,
  by: { readonly account: string | null; readonly now: Date },
): Promise<
  { readonly digest: string; readonly fresh: boolean } | { readonly refused: PublishRefused }
> {
  const { id, version, title, digest } = loaded.checked.guide;
  if (loaded.faults.length > 0) throw new Error(`${id} ${version} can't be published with faults`);
  const inserted = await work
    .insertInto('guide_version')
    .values({
      digest,
      guide: id,
      version,
      title,
      files: JSON.stringify(Object.fromEntries(loaded.files)),
      published_at: by.now,
      published_by: by.account,
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
      ? { refused: { code: 'version-taken', digest: kept.digest } }
      : { digest, fresh: false };
  }
  await record({
    subject: { kind: 'guide', id: digest },
    kind: 'guide-published',
    after: { guide: id, version, digest },
    guide: digest,
  });
  return { digest, fresh: true };
}

/** All published versions, the newest first. */
export async function guideVersions(db: Database | Work): Promise<readonly GuideVersion[]> {
  const rows = await db
    .selectFrom('guide_version')
    .select(['digest', 'guide', 'version', 'title', 'published_at'])
    .orderBy('published_at', 'desc')
    .orderBy('digest')
    .execute();
  return rows.map(({ published_at, ...row }) => ({ ...row, publishedAt: published_at }));
}

/** One published version; undefined where none has this digest. */
export async function guideVersion(
  db: Database | Work,
  digest: string,
): Promise<GuideVersion | undefined> {
  const row = await db
    .selectFrom('guide_version')
    .select(['digest', 'guide', 'version', 'title', 'published_at as publishedAt'])
    .where('digest', '=', digest)
    .executeTakeFirst();
  return row;
}

/** The files of a published version, by path; undefined where none has this digest. */
export async function guideFiles(
  db: Database | Work,
  digest: string,
): Promise<ReadonlyMap<string, string> | undefined> {
  const row = await db
    .selectFrom('guide_version')
    .select(sql<Record<string, string>>`files`.as('files'))
    .where('digest', '=', digest)
    .executeTakeFirst();
  return row && new Map(Object.entries(row.files));
}
