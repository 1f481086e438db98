import * as z from 'zod';

/** What a backup consists of. Written last: a folder without it is a backup that broke off. */
export const backupManifest = z.object({
  format: z.literal(1),
  takenAt: z.string(),
  /** The migrations the tables were made by, in order. */
  migrations: z.array(z.object({ number: z.int(), name: z.string(), digest: z.string() })),
  tables: z.array(z.object({ name: z.string(), rows: z.int(), digest: z.string() })),
  files: z.array(z.object({ digest: z.string(), size: z.int() })),
});
export type BackupManifest = z.infer<typeof backupManifest>;

export const MANIFEST = 'manifest.json';

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
