import * as z from 'zod';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** What a backup consists of. Written last: a folder without it is a backup that broke off. */
export const backupManifest = z.object({
  format: z.literal(1),
  takenAt: z.string(),
  /** The migrations the tables were made by, in order. */
  migrations: z.array(z.object({ number: z.int(), name: z.string(), digest: z.string() })),
  tables: z.array(z.object({ name: z.string(), rows: z.int(), digest })),
  files: z.array(z.object({ digest, size: z.int() })),
  /** Files the database knows that weren't there any more, or weren't what they should be. */
  lost: z.array(digest),
  /** Jobs that waited or were at work. */
  jobs: z.object({ rows: z.int(), digest }),
  /** Of the key by which what is sealed in the database is read. */
  key: digest,
});
export type BackupManifest = z.infer<typeof backupManifest>;

export const MANIFEST = 'manifest.json';
export const JOBS = 'jobs.jsonl';
/** Where the key lies in a backup: whoever has it and the tables reads everything. */
export const KEY = 'secret-key';

/** A table that holds how the database was made, not what is kept in it. */
export const OWN_TABLE = 'schema_migration';

/** Where a table's rows lie in a backup. */
export function tableFile(name: string): string {
  return `tables/${name}.copy`;
}

/** Where a file lies in a backup. */
export function contentFile(digest: string): string {
  return `files/${digest.slice(0, 2)}/${digest}`;
}
