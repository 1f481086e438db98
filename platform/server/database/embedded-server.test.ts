import { spawn, spawnSync } from 'node:child_process';
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { reachablePrograms } from './database-place.ts';
import { databaseUser } from './database-user.ts';
import { type EmbeddedServer, joinEmbedded, startEmbedded } from './embedded-server.ts';
import { postgresPrograms } from './postgres-programs.ts';
import { findPostmaster } from './postmaster-file.ts';

let folder: string;
let server: EmbeddedServer | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fuchi-embedded-'));
  // Started by root, the server has an account of its own, which must get to its folder.
  await chmod(folder, 0o711);
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  await rm(folder, { recursive: true });
});

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Another process that starts the server, writes a row, and is killed before it can stop anything. */
function startAndBeKilled(): void {
  const script = `
    const { startEmbedded } = await import(${JSON.stringify(join(import.meta.dirname, 'embedded-server.ts'))});
    const { default: pg } = await import('pg');
    const server = await startEmbedded(${JSON.stringify(folder)});
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    await client.query("create table kept as select '已提交' as word");
    process.kill(process.pid, 'SIGKILL');`;
  const { signal, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script],
    { cwd: import.meta.dirname, encoding: 'utf8' },
  );
  if (signal !== 'SIGKILL') throw new Error(stderr);
}

test('空目录里建好并启动，停下后什么都没有丢，也没有进程留下', async () => {
  server = await startEmbedded(folder);
  expect(server.adopted).toBe(false);
  await ask(server.url, 'create table kept as select 1 as one');
  await server.stop();
  expect(await findPostmaster(join(folder, 'database'))).toBeUndefined();
  server = await startEmbedded(folder);
  expect(await ask(server.url, 'select one from kept')).toEqual([{ one: 1 }]);
});

test('密码只有启动它的帐户读得到，日志里没有', async () => {
  server = await startEmbedded(folder);
  const { mode } = await stat(join(folder, 'database-password'));
  expect(mode & 0o077).toBe(0);
  expect((await readdir(folder)).sort()).toEqual(['database', 'database-password', 'database.log']);
  const wrong = server.url.replace(/:[^:@]+@/, ':wrong@');
  await expect(ask(wrong, 'select 1')).rejects.toThrow('password');
});

test('同一个目录的第二个进程得到一句话，不影响第一个', async () => {
  server = await startEmbedded(folder);
  await expect(startEmbedded(folder)).rejects.toThrow('正由本程序的另一个进程使用');
  expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('进程被杀死后留下的数据库找得到，接着用，写下的都在', async () => {
  startAndBeKilled();
  const orphan = await findPostmaster(join(folder, 'database'));
  expect(orphan).toBeDefined();
  server = await startEmbedded(folder);
  expect(server.adopted).toBe(true);
  expect(await ask(server.url, 'select word from kept')).toEqual([{ word: '已提交' }]);
  await server.stop();
  server = undefined;
  expect(await findPostmaster(join(folder, 'database'))).toBeUndefined();
});

test('建立到一半断掉的目录重新建立', async () => {
  await mkdir(join(folder, 'database-new'));
  await writeFile(join(folder, 'database-new/PG_VERSION'), '18');
  await writeFile(join(folder, 'database-password'), 'of-an-earlier-try');
  server = await startEmbedded(folder);
  expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('密码文件丢了就拒绝，数据库不动', async () => {
  server = await startEmbedded(folder);
  await ask(server.url, 'create table kept as select 1 as one');
  await server.stop();
  server = undefined;
  await rename(join(folder, 'database-password'), join(folder, 'elsewhere'));
  await expect(startEmbedded(folder)).rejects.toThrow('数据库没有改动');
  await rename(join(folder, 'elsewhere'), join(folder, 'database-password'));
  server = await startEmbedded(folder);
  expect(await ask(server.url, 'select one from kept')).toEqual([{ one: 1 }]);
});

test('断电留下的 postmaster.pid 指着别的进程，不当成数据库，也不停掉它', async () => {
  server = await startEmbedded(folder);
  await server.stop();
  server = undefined;
  const other = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'], {
    stdio: 'ignore',
  });
  const lines = [other.pid, join(folder, 'database'), 0, 1, '', '127.0.0.1', '', 'ready   ', ''];
  await writeFile(join(folder, 'database/postmaster.pid'), lines.join('\n'));
  if (process.getuid?.() === 0) {
    server = await startEmbedded(folder);
    expect(server.adopted).toBe(false);
    await server.stop();
    server = undefined;
  } else {
    // PostgreSQL starts beside no living process of the same account that its file names, and says so.
    await expect(startEmbedded(folder)).rejects.toThrow('postmaster.pid');
  }
  expect(other.exitCode).toBeNull();
  expect(other.signalCode).toBeNull();
  other.kill('SIGKILL');
});

test('另一个命令与运行着的门户共用一个数据库，做完不停它；没有门户时自己启动、自己停下', async () => {
  await expect(joinEmbedded(folder)).rejects.toThrow('没有数据库');
  server = await startEmbedded(folder);
  await ask(server.url, 'create table kept as select 1 as one');
  const beside = await joinEmbedded(folder);
  expect(beside.url).toBe(server.url);
  await beside.stop();
  expect(await ask(server.url, 'select one from kept')).toEqual([{ one: 1 }]);
  await server.stop();
  const alone = await joinEmbedded(folder);
  expect(await ask(alone.url, 'select one from kept')).toEqual([{ one: 1 }]);
  await expect(startEmbedded(folder)).rejects.toThrow('另一个进程');
  await alone.stop();
  expect(await findPostmaster(join(folder, 'database'))).toBeUndefined();
});

test.runIf(process.getuid?.() === 0)(
  '数据目录在数据库帐户进不去的地方（如 /root），数据库放到它进得去的地方，照样启动、接着用',
  async () => {
    await chmod(folder, 0o700);
    const data = join(folder, 'data');
    server = await startEmbedded(data);
    await ask(server.url, 'create table kept as select 1 as one');
    await server.stop();
    expect(await readdir(data)).not.toContain('database');
    const place = (await readFile(join(data, 'database-place'), 'utf8')).trim();
    server = await startEmbedded(data);
    expect(await ask(server.url, 'select one from kept')).toEqual([{ one: 1 }]);
    expect((await joinEmbedded(data)).url).toBe(server.url);
    await server.stop();
    await rm(place, { recursive: true });
  },
);

test.runIf(process.getuid?.() === 0)(
  '程序装在数据库帐户进不去的地方，用它进得去的一份',
  async () => {
    const programs = await postgresPrograms();
    const user = await databaseUser();
    expect(await reachablePrograms(programs, user)).toEqual(programs);
    await chmod(folder, 0o700);
    const home = join(folder, 'package/native');
    await cp(dirname(dirname(programs.postgres)), home, {
      recursive: true,
      verbatimSymlinks: true,
    });
    await writeFile(join(folder, 'package/package.json'), '{"version":"0.0.0-test"}');
    const hidden = { initdb: join(home, 'bin/initdb'), postgres: join(home, 'bin/postgres') };
    const copied = await reachablePrograms(hidden, user);
    expect(copied.postgres).not.toBe(hidden.postgres);
    const { status, stdout } = spawnSync(copied.postgres, ['--version'], {
      encoding: 'utf8',
      cwd: '/',
      ...user,
    });
    expect([status, stdout]).toEqual([0, expect.stringContaining('PostgreSQL')]);
    await rm(dirname(dirname(copied.postgres)), { recursive: true });
  },
);
