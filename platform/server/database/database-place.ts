import { randomBytes } from 'node:crypto';
import { cp, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DatabaseUser } from './database-user.ts';
import type { PostgresPrograms } from './postgres-programs.ts';

/** Where the database's account can go on any system. */
const ELSEWHERE = '/var/lib/fuchi';
const POINTER = 'database-place';

/**
 * The folder in which the cluster of a data folder lies: the data folder itself, or, where that lies below one that the
 * database's account can't enter (/root), one of its own that the data folder names.
 */
export async function databasePlace(
  folder: string,
  user: DatabaseUser | undefined,
): Promise<string> {
  const named = await readFile(join(folder, POINTER), 'utf8').catch(() => undefined);
  if (named !== undefined) return named.trim();
  if (!user || (await canReach(folder, user))) return folder;
  const place = join(ELSEWHERE, `data-${randomBytes(6).toString('hex')}`);
  await mkdir(place, { recursive: true, mode: 0o755 });
  await writeFile(join(folder, POINTER), `${place}\n`, { mode: 0o600 });
  return place;
}

/** The programs where the database's account can start them: where they were installed, else a copy. */
export async function reachablePrograms(
  programs: PostgresPrograms,
  user: DatabaseUser | undefined,
): Promise<PostgresPrograms> {
  // bin/postgres beside lib and share.
  const home = dirname(dirname(programs.postgres));
  if (!user || (await canReach(dirname(programs.postgres), user))) return programs;
  const copy = join(ELSEWHERE, `postgres-${await versionOf(home)}`);
  if (!(await isThere(copy))) {
    const fresh = `${copy}-${randomBytes(6).toString('hex')}`;
    await cp(home, fresh, { recursive: true, verbatimSymlinks: true });
    // Whole or not there; another process may have been faster.
    await rename(fresh, copy).catch(() => rm(fresh, { recursive: true }));
  }
  return { initdb: join(copy, 'bin/initdb'), postgres: join(copy, 'bin/postgres') };
}

async function versionOf(home: string): Promise<string> {
  const text = await readFile(join(home, '../package.json'), 'utf8');
  const { version }: { version?: unknown } = JSON.parse(text);
  if (typeof version !== 'string') throw new Error(`${home} is of no version`);
  return version;
}

/** Whether an account may enter every folder of a path. */
async function canReach(path: string, { uid, gid }: DatabaseUser): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    const at = await stat(folder);
    const entered = at.uid === uid ? 0o100 : at.gid === gid ? 0o010 : 0o001;
    if ((at.mode & entered) === 0) return false;
    if (dirname(folder) === folder) return true;
  }
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
