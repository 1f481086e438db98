import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programRoot } from '@fuchi/platform-server/program-root';
import pg from 'pg';
import { inject } from 'vitest';

const PROGRAM = join(programRoot(), 'apps/cli/fuchi.mjs');

export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** What a person reads who started it. */
  readonly said: () => string;
  /** Lines of its log. */
  readonly logged: () => string;
  kill(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

/** Where processes of a test keep what they share. */
export interface SharedPlace {
  readonly env: Readonly<Record<string, string>>;
  readonly databaseUrl: string;
  readonly folder: string;
  close(): Promise<void>;
}

/** A database with nothing in it and a data folder, for several processes. */
export async function openSharedPlace(): Promise<SharedPlace> {
  const server = inject('databaseServer');
  const name = `shared_${randomBytes(6).toString('hex')}`;
  const at = (database: string) => server.replace(/\/[^/]*$/, `/${database}`);
  const ask = async (sql: string) => {
    const client = new pg.Client({ connectionString: at('postgres') });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await ask(`create database ${name}`);
  const folder = await mkdtemp(join(tmpdir(), 'fuchi-shared-'));
  return {
    folder,
    databaseUrl: at(name),
    env: { DATABASE_URL: at(name), FUCHI_DATA: folder },
    async close() {
      await ask(`drop database ${name} with (force)`);
      await rm(folder, { recursive: true });
    },
  };
}

/** The shipped program as a process of its own, once it answers. @throws with what it said where it doesn't start */
export async function startServer(
  command: 'serve' | 'demo',
  env: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const child = run([command], { FUCHI_RATE: '100000', PORT: '0', ...env });
  let said = '';
  let logged = '';
  child.stderr?.on('data', (text: Buffer) => {
    logged += text.toString('utf8');
  });
  const url = await new Promise<string>((done, fail) => {
    child.stdout?.on('data', (text: Buffer) => {
      said += text.toString('utf8');
      const address = /环境 (http:\/\/[^/\s]+)\//.exec(said)?.[1];
      if (address !== undefined) done(address);
    });
    child.once('exit', (code) => fail(new Error(`it ended with ${code}: ${said}${logged}`)));
  });
  if (child.pid === undefined) throw new Error('it answers and never started');
  return {
    url,
    pid: child.pid,
    said: () => said,
    logged: () => logged,
    async kill(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      child.kill(signal);
      await once(child, 'exit');
      return child.exitCode;
    },
  };
}

/** A command of the shipped program, to its end. */
export async function fuchi(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = run(args, env);
  let out = '';
  let err = '';
  child.stdout?.on('data', (text: Buffer) => {
    out += text.toString('utf8');
  });
  child.stderr?.on('data', (text: Buffer) => {
    err += text.toString('utf8');
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

function run(args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  // Nothing of the settings of whoever runs the tests.
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(FUCHI_.*|DATABASE_URL|PORT|HOST)$/.test(name),
  );
  return spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...Object.fromEntries(own), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

const OCTETS = 'application/octet-stream';

/** Somebody's browser over the network: it keeps cookies. Bytes are sent as they are, anything else as JSON. */
export function networkBrowser() {
  const cookies = new Map<string, string>();
  return {
    async send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: object) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const reply = await fetch(url, {
        method,
        headers: {
          cookie,
          'sec-fetch-site': 'same-origin',
          ...(body && {
            'content-type': body instanceof Uint8Array ? OCTETS : 'application/json',
          }),
        },
        ...(body && {
          body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body),
        }),
      });
      for (const set of reply.headers.getSetCookie()) {
        const [pair = ''] = set.split(';');
        const [name = '', value = ''] = pair.split('=');
        if (value === '') cookies.delete(name);
        else cookies.set(name, value);
      }
      const text = await reply.text();
      const isJson = reply.headers.get('content-type')?.includes('json') ?? false;
      return { status: reply.status, body: (isJson ? JSON.parse(text) : text) as unknown };
    },
  };
}
