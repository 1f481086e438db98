import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { databasePlace, reachablePrograms } from './database-place.ts';
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
const CLUSTER = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--data-checksums'];
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
  await mkdir(folder, { recursive: true });
  const user = await databaseUser();
  const place = await placeOf(resolve(folder), user);
  const programs = await reachablePrograms(await postgresPrograms(), user);
  const password = await setUp(place, programs, user);
  const urlAt = (port: number) => `postgres://${NAME}:${password}@127.0.0.1:${port}/${NAME}`;
  const left = await leftBehind(place, urlAt);
  const running = left ?? (await start(place, programs, user, urlAt, options.settings ?? []));
  const url = urlAt(running.port);
  const owner = await takeOwnership(url);
  if (!owner) {
    throw new Error(
      `${place.folder} is used by another process of this program. 数据目录正由本程序的另一个进程使用；要几个进程共用一个数据库，请用 DATABASE_URL。`,
    );
  }
  return {
    url,
    adopted: left !== undefined,
    async stop() {
      await owner.end();
      await stopServer(running.pid);
    },
  };
}

/**
 * The server over a folder for a command that works beside the portal: the portal's own while it runs, else one that is
 * started for the command and stopped after it.
 * @throws a sentence when the folder holds no database
 * @example const server = await joinEmbedded('/srv/fuchi'); … await server.stop(); // the portal's goes on
 */
export async function joinEmbedded(folder: string): Promise<EmbeddedServer> {
  const place = (await isThere(folder)) ? await placeOf(resolve(folder), undefined) : undefined;
  if (!place || !(await isThere(place.cluster))) {
    throw new Error(`${folder} holds no database. 这个数据目录里没有数据库。`);
  }
  const kept = (await readFile(place.password, 'utf8').catch(() => '')).trim();
  const urlAt = (port: number) => `postgres://${NAME}:${kept}@127.0.0.1:${port}/${NAME}`;
  const running = await leftBehind(place, urlAt);
  if (running && !(await isFree(urlAt(running.port)))) {
    return { url: urlAt(running.port), adopted: true, stop: async () => undefined };
  }
  return startEmbedded(folder);
}

interface PlaceOnDisk {
  readonly folder: string;
  readonly cluster: string;
  readonly password: string;
  readonly log: string;
}

async function placeOf(folder: string, user: DatabaseUser | undefined): Promise<PlaceOnDisk> {
  return {
    folder,
    cluster: join(await databasePlace(folder, user), 'database'),
    password: join(folder, 'database-password'),
    log: join(folder, 'database.log'),
  };
}

async function setUp(
  { cluster, password }: PlaceOnDisk,
  { initdb }: PostgresPrograms,
  user: DatabaseUser | undefined,
): Promise<string> {
  if (await isThere(cluster)) {
    const kept = await readFile(password, 'utf8').catch(() => undefined);
    if (kept !== undefined) return kept.trim();
    throw new Error(
      `${password} is missing; the database beside it can't be opened without it, and was left alone. 缺少数据库密码文件，数据库没有改动。`,
    );
  }
  // Set up under another name, which is taken last: a database that is there is a whole one.
  const fresh = `${cluster}-new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o700 });
  await giveTo(user, fresh);
  const secret = randomBytes(24).toString('base64url');
  const forInitdb = `${cluster}-secret`;
  await writeFile(forInitdb, secret, { mode: 0o600 });
  await giveTo(user, forInitdb);
  try {
    const told = [`--pgdata=${fresh}`, `--username=${NAME}`, `--pwfile=${forInitdb}`];
    await run(initdb, [...told, ...CLUSTER], user);
  } finally {
    await rm(forInitdb, { force: true });
  }
  await writeFile(password, `${secret}\n`, { mode: 0o600 });
  await rename(fresh, cluster);
  return secret;
}

/**
 * The server a killed process left behind, or another that was faster started. What `postmaster.pid` names may be any process after a power cut: only one
 * that opens with our password and serves this very folder is taken for ours, and may later be stopped.
 */
async function leftBehind(
  { cluster }: PlaceOnDisk,
  urlAt: (port: number) => string,
): Promise<Postmaster | undefined> {
  const found = (await findPostmaster(cluster)) && (await readyServer(cluster, () => false));
  if (!found) return undefined;
  try {
    const client = await connected(atPostgres(urlAt(found.port)));
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    await client.end();
    return rows[0]?.data_directory === cluster ? found : undefined;
  } catch {
    return undefined;
  }
}

async function start(
  place: PlaceOnDisk,
  { postgres }: PostgresPrograms,
  user: DatabaseUser | undefined,
  urlAt: (port: number) => string,
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
  const ours = ({ pid }: Postmaster) => pid === child.pid;
  const running =
    (await readyServer(place.cluster, () => !ended, ours)) ?? (await leftBehind(place, urlAt));
  if (running) return running;
  const said = (await readFile(place.log, 'utf8')).slice(-2_000);
  throw new Error(`the database in ${place.folder} doesn't start. 数据库无法启动：\n${said}`);
}

/**
 * The server once it answers; undefined when it ended, or took too long.
 * @param counts leaves out what an old `postmaster.pid` names
 */
async function readyServer(
  cluster: string,
  goesOn: () => boolean,
  counts: (found: Postmaster) => boolean = () => true,
): Promise<Postmaster | undefined> {
  for (let waited = 0; waited < START_SECONDS * 20; waited += 1) {
    const going = goesOn();
    const found = await findPostmaster(cluster);
    if (found?.ready && counts(found)) return found;
    if (!going && !(found && counts(found))) return undefined;
    await wait(50);
  }
  return undefined;
}

/**
 * Makes the program's database when it isn't there, and takes the folder for this process.
 * @returns undefined where another process has it
 */
async function takeOwnership(url: string): Promise<pg.Client | undefined> {
  const first = await connected(atPostgres(url));
  const owner = await first.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [
    OWNER_LOCK,
  ]);
  if (!owner.rows[0]?.free) {
    await first.end();
    return undefined;
  }
  const there = await first.query('select from pg_database where datname = $1', [NAME]);
  if (there.rowCount === 0) await first.query(`create database ${NAME}`);
  return first;
}

/** Whether no process has taken the folder a server works over. */
async function isFree(url: string): Promise<boolean> {
  const owner = await takeOwnership(url);
  await owner?.end();
  return owner !== undefined;
}

/** The database every server has: there to make ours from. */
function atPostgres(url: string): string {
  return url.replace(/\/[^/]*$/, '/postgres');
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
      // Wherever the program was started: the account may not go there.
      cwd: '/',
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
