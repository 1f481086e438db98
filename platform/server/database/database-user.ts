import { execFile } from 'node:child_process';
import { chown } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The account the database server runs under; undefined where the program's own will do. */
export interface DatabaseUser {
  readonly uid: number;
  readonly gid: number;
}

const NAME = 'postgres';

/** A database server refuses to run as root: root gives it an account of its own, made when it isn't there. */
export async function databaseUser(): Promise<DatabaseUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const found = await idsOf(NAME);
  if (found) return found;
  await run('groupadd', ['--system', '--force', NAME]);
  await run('useradd', ['--system', '--gid', NAME, '--no-create-home', NAME]);
  const made = await idsOf(NAME);
  if (!made) throw new Error(`the account “${NAME}” could not be made. 无法建立数据库帐户。`);
  return made;
}

/** Gives a file or folder to the database's account, where it has one. */
export async function giveTo(user: DatabaseUser | undefined, path: string): Promise<void> {
  if (user) await chown(path, user.uid, user.gid);
}

async function idsOf(name: string): Promise<DatabaseUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}
