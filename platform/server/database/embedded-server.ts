import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { type DatabaseUser, databaseUser, giveTo } from './database-user.ts';
import { type PostgresPrograms, postgresPrograms } from './postgres-programs.ts';
import { findPostmaster, isAlive, type Postmaster } from './postmaster-file.ts';

export interface EmbeddedServer {
  /** Where its database is, password included: for the program alone, never for a log. */
  readonly url: string;
  /** The server was left behind by a process that was killed, and is used on. */
  readonly adopted: boolean;
  /** Stops the server as PostgreSQL's fast shutdown does: open transactions end, everything written is on disk. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Further settings, `name=value`: tests switch the waiting for the disk off. */
  readonly settings?: readonly string[];
}

const NAME = 'fuchi';
const START_SECONDS = 60;
const STOP_SECONDS = 60;
/** Held by the one process that uses the data folder; given back by the database itself when that process dies. */
const OWNER_LOCK = 7_180_001;
const PLAIN = { ...process.env, LC_ALL: 'C' };
/** Statements and the values that offend stay out of the log: they may be personal data. */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
];

/**
 * Starts the database server that is shipped with the program over `folder`, which it sets up when it is empty. A
 * server left behind by a killed process is adopted. One process uses a folder at a time.
 * @throws a sentence when another process uses the folder, or the server can't be started
 * @example const server = await startEmbedded('/srv/fuchi'); … await server.stop();
 */
export async function startEmbedded(
  folder: string,
  options: EmbeddedOptions = {},
): Promise<EmbeddedServer> {
  const place = placeOf(resolve(folder));
  await mkdir(place.folder, { recursive: true });
  const user = await databaseUser();
  const programs = await postgresPrograms();
  const password = await setUp(place, programs, user);
  const found = await findPostmaster(place.cluster);
  const left = found && (await readyServer(place.cluster, () => false));
  const running = left ?? (await start(place, programs, user, options.settings ?? []));
  const url = `postgres://${NAME}:${password}@127.0.0.1:${running.port}/${NAME}`;
  const owner = await takeOwnership(url, place.folder);
  return {
    url,
    adopted: left !== undefined,
    async stop() {
      await owner.end();
      await stopServer(running.pid);
    },
  };
}

interface PlaceOnDisk {
  readonly folder: string;
  readonly cluster: string;
  readonly password: string;
  readonly log: string;
}

function placeOf(folder: string): PlaceOnDisk {
  return {
    folder,
    cluster: join(folder, 'database'),
    password: join(folder, 'database-password'),
    log: join(folder, 'database.log'),
  };
}

async function setUp(
  { cluster, password }: PlaceOnDisk,
  { initdb }: PostgresPrograms,
  user: DatabaseUser | undefined,
): Promise<string> {
  if (await isThere(password)) return (await readFile(password, 'utf8')).trim();
  // The password is written last: a folder without it is one whose set-up broke off.
  await rm(cluster, { recursive: true, force: true });
  await mkdir(cluster, { recursive: true, mode: 0o700 });
  await giveTo(user, cluster);
  const secret = randomBytes(24).toString('base64url');
  const forInitdb = `${cluster}-secret`;
  await writeFile(forInitdb, secret, { mode: 0o600 });
  await giveTo(user, forInitdb);
  try {
    await run(
      initdb,
      [
        `--pgdata=${cluster}`,
        `--username=${NAME}`,
        `--pwfile=${forInitdb}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--data-checksums',
      ],
      user,
    );
  } finally {
    await rm(forInitdb, { force: true });
  }
  await writeFile(password, `${secret}\n`, { mode: 0o600 });
  return secret;
}

async function start(
  place: PlaceOnDisk,
  { postgres }: PostgresPrograms,
  user: DatabaseUser | undefined,
  settings: readonly string[],
): Promise<Postmaster> {
  const flags = [...SETTINGS, `port=${await freePort()}`, ...settings];
  const log = await open(place.log, 'a', 0o600);
  // A group of its own: Ctrl-C reaches this program, which stops the server when its work is done.
  const child = spawn(postgres, ['-D', place.cluster, ...flags.flatMap((flag) => ['-c', flag])], {
    ...user,
    cwd: place.cluster,
    detached: true,
    stdio: ['ignore', 'ignore', log.fd],
    env: PLAIN,
  });
  let ended = false;
  child.once('error', () => {
    ended = true;
  });
  child.once('exit', () => {
    ended = true;
  });
  child.unref();
  await log.close();
  const running = await readyServer(place.cluster, () => !ended);
  if (running) return running;
  const said = (await readFile(place.log, 'utf8')).slice(-2_000);
  throw new Error(`the database in ${place.folder} doesn't start. 数据库无法启动：\n${said}`);
}

/** The server once it answers; undefined when it ended, or took too long. Another process may have been faster. */
async function readyServer(
  cluster: string,
  goesOn: () => boolean,
): Promise<Postmaster | undefined> {
  for (let waited = 0; waited < START_SECONDS * 20; waited += 1) {
    const found = await findPostmaster(cluster);
    if (found?.ready) return found;
    if (!found && !goesOn()) return undefined;
    await wait(50);
  }
  return undefined;
}

/** Makes the program's database when it isn't there, and takes the folder for this process. */
async function takeOwnership(url: string, folder: string): Promise<pg.Client> {
  const first = await connected(url.replace(/\/[^/]*$/, '/postgres'));
  const owner = await first.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [
    OWNER_LOCK,
  ]);
  if (!owner.rows[0]?.free) {
    await first.end();
    throw new Error(
      `${folder} is used by another process of this program. 数据目录正由本程序的另一个进程使用；要几个进程共用一个数据库，请用 DATABASE_URL。`,
    );
  }
  const there = await first.query('select from pg_database where datname = $1', [NAME]);
  if (there.rowCount === 0) await first.query(`create database ${NAME}`);
  return first;
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  // A connection that breaks while nothing is asked has no other listener and would end the process.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function stopServer(pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < STOP_SECONDS * 20; waited += 1) {
    if (!isAlive(pid)) return;
    await wait(50);
  }
  throw new Error(`the database server ${pid} doesn't stop. 数据库没有停下来。`);
}

function run(
  program: string,
  args: readonly string[],
  user: DatabaseUser | undefined,
): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      ...user,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: PLAIN,
    });
    let said = '';
    child.stderr.on('data', (text: Buffer) => {
      said = `${said}${text.toString('utf8')}`.slice(-4_000);
    });
    child.once('error', fail);
    child.once('exit', (code) => {
      if (code === 0) done();
      else fail(new Error(`initdb ended with ${code}. 建立数据库失败：\n${said}`));
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address) done(address.port);
        else fail(new Error('no free port'));
      });
    });
  });
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
